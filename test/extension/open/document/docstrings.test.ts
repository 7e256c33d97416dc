/** Sessions in strings of documentation. */
import { expect, it } from 'vitest';
import { openText } from '../../../../extension/session/openText';

it.each(['m(input)', 'input = ', 'tensor([[[3'])(
  'lines of a docstring go on in brackets without a prompt: %s',
  (at) => {
    const text =
      'def max_pool2d(x):\n    r"""Applies max pooling.\n\n    Examples::\n\n        >>> m = nn.MaxPool2d(2,\n                             stride=1)\n' +
      '        >>> input = torch.tensor([[[1., 2., 0.],\n                                   [3., 1., 1.],\n                                   [0., 2., 4.]]])\n' +
      '        >>> output = m(input)\n        >>> output\n        tensor([[[3., 2.],\n                 [3., 4.]]])\n    """\n    return x\n';
    expect(openText({ text, languageId: 'python', cursor: text.indexOf(at) })).toMatchObject({
      kind: 'layer',
      operation: 'pool_forward',
      options: { mode: 'max', kernel: 2, stride: 1 },
    });
  },
);
