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

it('a backslash at the end of a line joins it with the next one, which has no prompt', () => {
  const text =
    'def conv(x, w):\n    """Examples\n\n    >>> x = torch.arange(9.).\\\nreshape(1, 1, 3, 3)\n    >>> F.conv2d(x, torch.ones(1, 1, 2, 2), \\\npadding=1)\n    """\n    return x\n';
  expect(openText({ text, languageId: 'python', cursor: text.indexOf('F.conv2d') })).toMatchObject({
    kind: 'layer',
    operation: 'conv_forward',
    options: { padding: 1 },
  });
});

it('an example calls the function around it, whatever its name is', () => {
  const text =
    'import numpy as np\n\n\ndef relu(vector):\n    """\n    >>> vec = np.array([-1.0, 0, 5])\n    >>> relu(vec)\n    array([0., 0., 5.])\n    """\n    return np.maximum(0, vector)\n';
  expect(openText({ text, languageId: 'python', cursor: text.indexOf('relu(vec)') })).toMatchObject({
    kind: 'layer',
    operation: 'relu_forward',
  });
});
