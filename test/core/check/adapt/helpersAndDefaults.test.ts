/** What a parameter means where its name alone is not enough: pairs that a helper takes apart, functions as defaults, sizes. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

const HELPER = `import numpy as np

def columns(x, tall, wide, stride, pad):
    up, side = pad
    down, across = stride
    x = np.pad(x, ((0, 0), (0, 0), (up, up), (side, side)))
    n, c, h, w = x.shape
    rows, cols = (h - tall) // down + 1, (w - wide) // across + 1
    out = np.empty((n, c, tall, wide, rows, cols))
    for i in range(tall):
        for j in range(wide):
            out[:, :, i, j] = x[:, :, i:i + down * rows:down, j:j + across * cols:across]
    return out.transpose(0, 4, 5, 1, 2, 3).reshape(n * rows * cols, -1), rows, cols

def conv2d(x, w, b, stride, pad):
    f, c, tall, wide = w.shape
    flat, rows, cols = columns(x, tall, wide, stride, pad)
    out = flat @ w.reshape(f, -1).T + b
    return out.reshape(x.shape[0], rows, cols, f).transpose(0, 3, 1, 2)

x, w = np.random.randn(2, 3, 6, 7), np.random.randn(4, 3, 3, 3)
print(conv2d(x, w, np.zeros(4), (1, 1), (1, 1)).shape)
`;

const FUNCTION = `import numpy as np

def conv_single_step(part, W, b):
    return np.sum(part * W) + float(b.reshape(-1)[0])

def conv_forward(A_prev, W, b, hparameters, step=conv_single_step):
    s, p = hparameters["stride"], hparameters["pad"]
    f, n_C = W.shape[0], W.shape[3]
    A = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    n_H, n_W = (A.shape[1] - f) // s + 1, (A.shape[2] - f) // s + 1
    Z = np.zeros((A.shape[0], n_H, n_W, n_C))
    for m, h, w, c in np.ndindex(*Z.shape):
        Z[m, h, w, c] = step(A[m, h * s:h * s + f, w * s:w * s + f], W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)

x, w = np.random.randn(2, 5, 4, 3), np.random.randn(2, 2, 3, 5)
Z, _ = conv_forward(x, w, np.random.randn(1, 1, 1, 5), {"stride": 1, "pad": 1})
`;

const SIZE = `import numpy as np

def weight_gradient(x, dout, kernel_size, stride=1, pad=0):
    tall, wide = kernel_size
    n, f, rows, cols = dout.shape
    spread = np.zeros((n, f, (rows - 1) * stride + 1, (cols - 1) * stride + 1))
    spread[:, :, ::stride, ::stride] = dout
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dW = np.zeros((f, x.shape[1], tall, wide))
    for i in range(tall):
        for j in range(wide):
            part = xp[:, :, i:i + spread.shape[2], j:j + spread.shape[3]]
            dW[:, :, i, j] = np.tensordot(spread, part, axes=([0, 2, 3], [0, 2, 3]))
    return dW

x, dout = np.random.randn(3, 2, 8, 7), np.random.randn(3, 4, 4, 4)
print(weight_gradient(x, dout, (3, 3), stride=2, pad=1).shape)
`;

const GENERATOR = `import numpy as np

def places(h, w, kh, kw, step):
    for i, top in enumerate(range(0, h - kh + 1, step)):
        for j, left in enumerate(range(0, w - kw + 1, step)):
            yield i, j, slice(top, top + kh), slice(left, left + kw)

def conv_forward(x, w, b, stride=1):
    n, c, H, W = x.shape
    rows, cols = (H - w.shape[2]) // stride + 1, (W - w.shape[3]) // stride + 1
    out = np.zeros((n, w.shape[0], rows, cols))
    for i, j, r, q in places(H, W, w.shape[2], w.shape[3], stride):
        out[:, :, i, j] = np.einsum('ncij,fcij->nf', x[:, :, r, q], w) + b
    return out

print(conv_forward(np.random.randn(2, 3, 6, 5), np.random.randn(4, 3, 3, 3), np.zeros(4)).shape)
`;

const BORDERS = `import numpy as np

def conv2d(x, w, b, stride=1, pad=0):
    n, c, H, W = x.shape
    f, _, kH, kW = w.shape
    rows, cols = (H + 2 * pad - kH) // stride + 1, (W + 2 * pad - kW) // stride + 1
    out = np.zeros((n, f, rows, cols))
    for m, k, i, j in np.ndindex(n, f, rows, cols):
        total = b[k]
        for u in range(kH):
            y = i * stride + u - pad
            if y < 0 or y >= H:
                continue
            for v in range(kW):
                z = j * stride + v - pad
                if z < 0 or z >= W:
                    continue
                total += x[m, :, y, z] @ w[k, :, u, v]
        out[m, k, i, j] = total
    return out

x, w = np.random.randn(1, 2, 5, 6), np.random.randn(2, 2, 3, 2)
print(conv2d(x, w, np.ones(2), 1, 1).shape)
`;

describe('parameters by what the text does with them', () => {
  it.each([
    ['pairs that a helper takes apart', HELPER],
    ['a function as a default', FUNCTION],
    ['the size of the filter in place of the filter', SIZE],
    ['sizes that a generator gets', GENERATOR],
    ['borders that are tested in loops', BORDERS],
  ])('%s: the right program agrees', (_, source) => {
    const checks = checkCode(source);
    expect(checks.length).toBeGreaterThan(0);
    for (const check of checks) expect(check).toMatchObject({ agrees: true, mistakes: [], unseen: [] });
  });

  it.each([
    [HELPER, 'j:j + across * cols:across', 'j:j + down * cols:down'],
    [FUNCTION, 'w * s:w * s + f', 'h * s:w * s + f'],
    [FUNCTION, '(A.shape[0], n_H, n_W, n_C)', '(A.shape[0], n_H, n_H, n_C)'],
    [SIZE, 'x.shape[1], tall, wide', 'x.shape[1], tall, tall'],
    [GENERATOR, 'left + kw)', 'left + kh)'],
    [BORDERS, 'j * stride + v - pad', 'j * stride + u - pad'],
  ])('%#: the line of the wrong axis', (right, text, wrong) => {
    expect(right).toContain(text);
    const source = right.replace(text, wrong);
    const line = source.slice(0, source.indexOf(wrong)).split('\n').length;
    expect(checkCode(source).flatMap(({ mistakes }) => mistakes)).toContainEqual(
      expect.objectContaining({ line, verified: true }),
    );
  });
});
