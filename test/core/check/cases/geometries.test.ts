/** Geometries on which a function is run: square inputs, oblong windows, windows over the edge. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const SQUARE = `
import numpy as np

def convolution(image, filt, bias, s=1):
    (n_f, n_c_f, f, _) = filt.shape
    n_c, in_dim, _ = image.shape
    out_dim = int((in_dim - f) / s) + 1
    out = np.zeros((n_f, out_dim, out_dim))
    for k in range(n_f):
        for y in range(out_dim):
            for x in range(out_dim):
                out[k, y, x] = np.sum(filt[k] * image[:, y * s:y * s + f, x * s:x * s + f]) + bias[k]
    return out
`;

const OBLONG = `
import numpy as np

def max_pool_forward_naive(x, pool_param):
    ph, pw, s = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    N, C, H, W = x.shape
    out = np.zeros((N, C, 1 + (H - ph) // s, 1 + (W - pw) // s))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = x[:, :, i * s:i * s + ph, j * s:j * s + pw].max(axis=(2, 3))
    return out, (x, pool_param)
`;

const LISTS = `
import numpy as np

def patches(img, k, s):
    h, w, c = img.shape
    for y in range(0, h - k + 1, s):
        for x in range(0, w - k + 1, s):
            yield img[y:y + k, x:x + k, :].reshape(-1)

def conv_forward(A_prev, W, b, hparameters):
    s, p = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    Z = []
    for img in np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0))):
        cols = np.array(list(patches(img, f, s)))
        size = (img.shape[0] - f) // s + 1, (img.shape[1] - f) // s + 1
        Z.append((cols @ W.reshape(-1, n_C) + b.ravel()).reshape(*size, n_C))
    return np.array(Z), (A_prev, W, b, hparameters)
`;

/** The check of the function that is a layer; `budget`: milliseconds for its repair. */
function only(source: string, budget = 0) {
  const checks = checkCode(source, { budget }).filter(({ name }) => name !== 'patches');
  expect(checks).toHaveLength(1);
  return checks[0]!;
}

describe('checkCode: geometries', () => {
  it('a function for square inputs agrees; the others are listed', () => {
    const check = only(SQUARE);
    expect(check).toMatchObject({ agrees: true, differing: 0 });
    expect(check.unseen.map((each) => each.case)).toContain('stride 1, pad 0, 4×5 input');
  });

  it('a function for square inputs with a mistake is wrong', () => {
    expect(only(SQUARE.replace('y * s:y * s + f', 'y:y + f')).agrees).toBe(false);
  });

  it('a function that the text calls with another input is wrong', () => {
    const call = 'y = convolution(np.random.randn(2, 4, 6), np.random.randn(3, 2, 2, 2), np.random.randn(3))\n';
    expect(only(SQUARE + call).agrees).toBe(false);
  });

  it('oblong windows: as they are, and with rows for columns', () => {
    expect(only(OBLONG)).toMatchObject({ agrees: true, unseen: [] });
    const check = only(OBLONG.replace('j * s + pw', 'j * s + ph'), 20_000);
    expect(check.unseen.map((each) => each.case)).toContain('2×3 window, stride 1');
    expect(check.mistakes).toMatchObject([{ id: 'rows-columns-swapped', line: 10, verified: true }]);
  });

  it('windows of different sizes in one array are a mistake, not a limit of the interpreter', () => {
    expect(only(LISTS)).toMatchObject({ agrees: true, unseen: [] });
    const check = only(LISTS.replace('range(0, w - k', 'range(0, h - k'), 20_000);
    expect(check.mistakes).toMatchObject([{ line: 7, verified: true }]);
  });
});
