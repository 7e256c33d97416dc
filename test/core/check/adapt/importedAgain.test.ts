/** Texts that define a function and then import its name from a file that is not there: their own function is checked. */
import { expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

function layerWith(imports: string, last: string): string {
  return `import numpy as np
def im2col(x, kh, kw):
    n, c, h, w = x.shape
    oh, ow = h - kh + 1, w - kw + 1
    out = np.zeros((n, c, kh, kw, oh, ow))
    for i in range(kh):
        for j in range(kw):
            out[:, :, i, j] = x[:, :, i:i + oh, ${last}]
    return out.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)

${imports}

def conv_forward(x, w, b):
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    cols = im2col(x, kh, kw)
    return (cols @ w.reshape(f, -1).T + b).reshape(n, h - kh + 1, wd - kw + 1, f).transpose(0, 3, 1, 2)
`;
}

it.each([
  'from util import im2col',
  'from .layers.util import relu, im2col',
  'from util import (\n    fast_im2col as im2col,\n    relu,\n)',
  'try:\n    from fast_layers import im2col\nexcept ImportError:\n    pass',
])('checks the own function of a text below which is %j', (imports) => {
  const [check] = checkCode(layerWith(imports, 'j:j + ow + 1')).filter(({ name }) => name === 'conv_forward');
  expect(check).toMatchObject({ agrees: false, mistakes: [{ line: 8, verified: true }] });
  const right = checkCode(layerWith(imports, 'j:j + ow'));
  expect(right.length).toBeGreaterThan(0);
  expect(right.every(({ agrees, unseen, borrowed }) => agrees && unseen.length + borrowed.length === 0)).toBe(true);
});

it('a decorator of the text that registers a class is a part of it', () => {
  const source = `import numpy as np
REGISTRY = {}
def register(cls):
    REGISTRY[cls.__name__] = cls
    return cls
@register
class AvgPool:
    def __init__(self, size, stride):
        self.k, self.s = size, stride
    def forward(self, x):
        windows = np.lib.stride_tricks.sliding_window_view(x, (self.k, self.k), axis=(2, 3))
        return windows[:, :, ::self.s, ::self.s].mean(axis=(4, 5))
`;
  expect(checkCode(source)).toMatchObject([{ name: 'AvgPool.forward', agrees: true, unseen: [] }]);
});
