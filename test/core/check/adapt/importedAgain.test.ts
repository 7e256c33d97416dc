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
