/** The stride of a pooling that is left out: what the words of the text state about it. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';
import { mistakesOf } from '../mistakesOf';

const FUNCTION = `import numpy as np
def max_pool(x, kernel_size=2, stride=None):
    """
    kernel_size : int
    stride : int, defaults to kernel_size
    """
    if stride is None:
        stride = kernel_size
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_size, kernel_size), axis=(-2, -1))
    return windows[..., ::stride, ::stride, :, :].max(axis=(-2, -1))
`;

const CLASS = `import numpy as np
class AvgPool2d:
    """Average pooling; stride: int or pair, equal to kernel_size when not given"""
    def __init__(self, kernel_size, stride=None):
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
    def forward(self, x):
        (kh, kw), (sh, sw) = self.kernel_size, self.stride
        n, c, h, w = x.shape
        out = np.zeros((n, c, (h - kh) // sh + 1, (w - kw) // sw + 1))
        for i, j in np.ndindex(*out.shape[2:]):
            out[:, :, i, j] = x[:, :, i * sh:i * sh + kh, j * sw:j * sw + kw].mean(axis=(2, 3))
        return out
AvgPool2d((2, 2), (1, 1)).forward(np.random.rand(1, 1, 4, 4))
`;

it.each([FUNCTION, CLASS])('agrees where the code does what the words state', (source) => {
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});

it.each([
  ['a number', FUNCTION.replace('stride = kernel_size\n', 'stride = 2\n'), ['wrong-constant true: stride = 2']],
  [
    'a pair',
    CLASS.replace('= kernel_size if', '= (1, 1) if'),
    ['wrong-constant true: self.stride = (1, 1) if stride is None else stride'],
  ],
])('%s in its place is named', (_, source, mistakes) => {
  expect(mistakesOf(source)).toEqual(mistakes);
});

it('another default without such words is not a mistake', () => {
  const source = FUNCTION.replace('stride = kernel_size\n', 'stride = 2\n').replace(', defaults to kernel_size', '');
  expect(checkCode(source)).toMatchObject([{ agrees: true, unseen: [], mistakes: [] }]);
});
