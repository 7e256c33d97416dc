/** How functions of other forms are recognised and called: results in part, other layouts, arguments that a forward function made. */
import { describe, expect, it } from 'vitest';
import { checkCode, type CheckOptions } from '../../../../core/check';

const only = (source: string, options: CheckOptions = {}) => {
  const checks = checkCode(`import numpy as np\n${source}`, options);
  expect(checks).toHaveLength(1);
  return checks[0]!;
};

const FILTER_GRADIENT = `
def conv_grad_w(x, dy, k, stride=1):
    N, C, H, W = x.shape
    _, F, oh, ow = dy.shape
    dw = np.zeros((F, C, k, k))
    for i in range(oh):
        for j in range(ow):
            for f in range(F):
                win = x[:, :, i*stride:i*stride+k, j*stride:j*stride+k]
                dw[f] += np.sum(win * dy[:, f, i, j][:, None, None, None], axis=0)
    return dw
x = np.random.randn(2, 3, 5, 6); dy = np.random.randn(2, 4, 3, 4)
print(conv_grad_w(x, dy, 3))
`;

const PAIRS_OR_SIZE = `
def pool2d(X, pool_size, mode='max', stride=None):
    p_h, p_w = pool_size
    s_h, s_w = stride or pool_size
    H = (X.shape[0] - p_h) // s_h + 1
    W = (X.shape[1] - p_w) // s_w + 1
    Y = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            win = X[i * s_h: i * s_h + p_h, j * s_w: j * s_w + p_w]
            Y[i, j] = win.max() if mode == 'max' else win.mean()
    return Y
X = np.arange(16, dtype=np.float32).reshape((4, 4))
print(pool2d(X, (3, 3)))
print(pool2d(X, (2, 3), 'avg', stride=(2, 1)))
`;

const SEVERAL_RESULTS = `
def sobel(img):
    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    h, w = img.shape
    gx = np.zeros((h - 2, w - 2))
    gy = np.zeros((h - 2, w - 2))
    for y in range(h - 2):
        for x in range(w - 2):
            gx[y, x] = (img[y:y + 3, x:x + 3] * kx).sum()
            gy[y, x] = (img[y:y + 3, x:x + 3] * kx.T).sum()
    mag = np.hypot(gx, gy)
    return gx, gy, mag
print(sobel(np.random.randn(5, 6)))
`;

const MINIMUM = `
def min_pool(x, z=3, s=2):
    oh = (x.shape[2] - z) // s + 1
    ow = (x.shape[3] - z) // s + 1
    best = np.full(x.shape[:2] + (oh, ow), -np.inf)
    for u in range(z):
        for v in range(z):
            best = np.maximum(best, -x[:, :, u:u + s * (oh - 1) + 1:s, v:v + s * (ow - 1) + 1:s])
    return -best
print(min_pool(np.random.randn(1, 2, 7, 9)))
`;

const GROUPS = `
def grouped_conv(x, w, b, groups, stride=1, pad=0):
    N, C, H, W = x.shape
    F, cg, k, _ = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((N, F, (H + 2*pad - k)//stride + 1, (W + 2*pad - k)//stride + 1))
    per = F // groups
    for f in range(F):
        g = f // per
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                win = xp[:, g*cg:(g+1)*cg, i*stride:i*stride+k, j*stride:j*stride+k]
                out[:, f, i, j] = np.sum(win * w[f], axis=(1, 2, 3)) + b[f]
    return out
x = np.random.randn(2, 4, 6, 7); w = np.random.randn(6, 2, 3, 3); b = np.random.randn(6)
print(grouped_conv(x, w, b, 2).sum())
`;

const MASKS = `
def down(x, size):
    N, C, H, W = x.shape
    out = np.zeros((N, C, H//size, W//size))
    mask = np.zeros_like(x)
    for i in range(H//size):
        for j in range(W//size):
            win = x[:, :, i*size:(i+1)*size, j*size:(j+1)*size]
            out[:, :, i, j] = win.max(axis=(2, 3))
            mask[:, :, i*size:(i+1)*size, j*size:(j+1)*size] = win == out[:, :, i:i+1, j:j+1]
    return out, mask
def backward(dout, mask, size):
    return np.repeat(np.repeat(dout, size, axis=2), size, axis=3) * mask
x = np.random.randn(2, 3, 4, 6)
o, m = down(x, 2)
print(backward(np.ones_like(o), m, 2))
`;

const REUSED = `
def conv(img, ker):
    rows = len(img) - len(ker) + 1
    cols = len(img[0]) - len(ker[0]) + 1
    out = [[0.0] * cols for _ in range(rows)]
    for i in range(rows):
        for j in range(cols):
            s = 0.0
            for u in range(len(ker)):
                for j in range(len(ker[0])):
                    s += img[i + u][j + j] * ker[u][j]
            out[i][j] = s
    return out
print(conv([[1.0, 2.0, 4.0], [3.0, 5.0, 1.0], [2.0, 0.0, 7.0]], [[1.0, 2.0], [0.5, -1.0]]))
`;

describe('checkCode: forms of functions', () => {
  it('the gradient of the filters alone', () => {
    expect(only(FILTER_GRADIENT)).toMatchObject({ operation: 'conv_backward', agrees: true, unseen: [] });
    const check = only(FILTER_GRADIENT.replace('dw[f] +=', 'dw[f] ='));
    expect(check.mistakes).toMatchObject([{ line: 11, verified: true }]);
  });

  it('groups: as they are, and with the channels of the first one only', () => {
    expect(only(GROUPS)).toMatchObject({ agrees: true, unseen: [] });
    const check = only(GROUPS.replace('xp[:, g*cg:(g+1)*cg,', 'xp[:, :cg,'), { budget: 1 });
    expect(check).toMatchObject({ agrees: false });
  });

  it('a pair that is the size where it is left out has the form that a later call gives it', () => {
    expect(only(PAIRS_OR_SIZE)).toMatchObject({ operation: 'pool_forward', agrees: true, unseen: [], mistakes: [] });
    const check = only(PAIRS_OR_SIZE.replace('j * s_w: j * s_w', 'j * s_h: j * s_h'));
    expect(check.mistakes.map(({ line }) => line)).toContain(11);
  });

  it('a filter of images may return its gradients before their magnitude', () => {
    expect(only(SEVERAL_RESULTS)).toMatchObject({ special: 'image_filter', agrees: true, mistakes: [] });
    expect(only(SEVERAL_RESULTS.replace('hypot(gx, gy)', 'hypot(gx, gx)'))).toMatchObject({ agrees: false });
  });

  it('minimum pooling is another layer, not a maximum with a wrong sign', () => {
    expect(checkCode(`import numpy as np\n${MINIMUM}`)).toEqual([]);
  });

  it('a mask that the forward function returned is made by it', () => {
    const checks = checkCode(`import numpy as np\n${MASKS}`);
    expect(checks.map(({ name, operation, agrees }) => [name, operation, agrees])).toEqual([
      ['down', 'pool_forward', true],
      ['backward', 'pool_backward', true],
    ]);
  });

  it('a loop variable that an inner loop binds again is named', () => {
    const [mistake] = only(REUSED).mistakes;
    expect(mistake).toMatchObject({ id: 'loop-variable-reused', line: 11, verified: true });
  });

  it('numbers that end with their point do not hide the call', () => {
    const source = `
def corr2d(a, k):
    h, w = k.shape
    out = np.zeros((a.shape[0] - h + 1, a.shape[1] - w + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (a[i:i + h, j:j + w] * k).sum()
    return out
print(corr2d(np.arange(9.).reshape(3, 3), np.array([[1., 2.], [3., 4.]])))
`;
    expect(only(source).layerCase.label.text).toBe('your call of {0}');
  });

  it('a filter that is applied to an image is a convolution, not a step of one', () => {
    const source = `
def apply_filter(img, ker):
    h, w = ker.shape
    rows = range(img.shape[0] - h + 1)
    cols = range(img.shape[1] - w + 1)
    return np.array([[(img[r:r + h, c:c + w] * ker).sum() for c in cols] for r in rows])
print(apply_filter(np.random.randn(5, 6), np.ones((3, 3))))
`;
    expect(only(source)).toMatchObject({ operation: 'conv_forward', agrees: true, unseen: [] });
  });
});

describe('pairs', () => {
  it('a padding of which both items are read', () => {
    const check = only(
      "def pad_inputs(X, pad):\n    return np.pad(X, ((0, 0), (pad[0], pad[0]), (pad[1], pad[1]), (0, 0)), 'constant')\n",
    );
    expect(check).toMatchObject({ operation: 'zero_pad', agrees: true, mistakes: [], unseen: [] });
  });
});
