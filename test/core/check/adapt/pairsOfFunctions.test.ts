/** A gradient next to its forward function, and functions that share a helper. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** True convolution of images (N, H, W, C) by the turned filters, and its gradients. */
const TRUE_CONVOLUTION = `import numpy as np

def conv_forward(x, w):
    kh, kw, _, f = w.shape
    wf = np.flip(w, (0, 1))
    n, h, wd, _ = x.shape
    z = np.zeros((n, h - kh + 1, wd - kw + 1, f))
    for a in range(kh):
        for b in range(kw):
            z += x[:, a:a + z.shape[1], b:b + z.shape[2]] @ wf[a, b]
    return z

def conv_backward(dz, x, w):
    kh, kw = w.shape[:2]
    wf = np.flip(w, (0, 1))
    dx = np.zeros(x.shape)
    dwf = np.zeros(w.shape)
    for a in range(kh):
        for b in range(kw):
            rows, cols = slice(a, a + dz.shape[1]), slice(b, b + dz.shape[2])
            dx[:, rows, cols] += dz @ wf[a, b].T
            dwf[a, b] = np.tensordot(x[:, rows, cols], dz, ([0, 1, 2], [0, 1, 2]))
    dw = np.flip(dwf, (0, 1))
    return dx, dw

x, w = np.random.randn(2, 5, 6, 3), np.random.randn(3, 2, 3, 4)
z = conv_forward(x, w)
dx, dw = conv_backward(np.random.randn(*z.shape), x, w)
`;

it('the gradients of a true convolution', () => {
  const checks = checkCode(TRUE_CONVOLUTION);
  expect(checks.map(({ agrees, unseen }) => [agrees, unseen.length])).toEqual([
    [true, 0],
    [true, 0],
  ]);
});

it('the gradient of a true convolution whose filter gradient is not turned back', () => {
  const [forward, backward] = checkCode(TRUE_CONVOLUTION.replace('dw = np.flip(dwf, (0, 1))', 'dw = dwf'));
  expect(forward!.agrees).toBe(true);
  expect(backward!.mistakes.map(({ line, id, verified }) => [line, id, verified])).toEqual([
    [23, 'filter-not-turned', true],
  ]);
});

it('the gradients of the layer next to a true convolution of the same name differ', () => {
  const [, backward] = checkCode(
    TRUE_CONVOLUTION.replace('dw = np.flip(dwf, (0, 1))', 'dw = dwf').replace(
      'kh, kw = w.shape[:2]\n    wf = np.flip(w, (0, 1))',
      'kh, kw = w.shape[:2]\n    wf = w',
    ),
  );
  expect(backward!.agrees).toBe(false);
});

describe('a gradient under another name than its forward function', () => {
  const renamed = TRUE_CONVOLUTION.replaceAll('conv_forward', 'conv_fwd').replaceAll(
    'conv_backward',
    'backprop_convolution',
  );
  const uncalled = (source: string): string => source.slice(0, source.indexOf('\nx, w ='));
  const unturned = (source: string): string => source.replace('dw = np.flip(dwf, (0, 1))', 'dw = dwf');
  const plain = (source: string): string =>
    unturned(source).replace('kh, kw = w.shape[:2]\n    wf = np.flip(w, (0, 1))', 'kh, kw = w.shape[:2]\n    wf = w');

  it.each([
    ['called with the same input', unturned(renamed)],
    ['without a call', uncalled(unturned(renamed))],
  ])('%s: compared under its convention', (_, source) => {
    const [, backward] = checkCode(source);
    expect(backward!.mistakes.map(({ line, id, verified }) => [line, id, verified])).toEqual([
      [23, 'filter-not-turned', true],
    ]);
  });

  it('called with the same input, and the gradient of the layer: differs', () => {
    const [, backward] = checkCode(plain(renamed), { budget: 0 });
    expect(backward!.agrees).toBe(false);
  });

  it('the gradient of the layer that nothing but its operation relates to a true convolution is right', () => {
    const [, backward] = checkCode(uncalled(plain(renamed)));
    expect(backward).toMatchObject({ agrees: true, unseen: [] });
  });

  it('the gradient of another layer with a mistake of its own', () => {
    const source = uncalled(plain(renamed)).replace('dx[:, rows, cols] +=', 'dx[:, rows, cols] =');
    const [, backward] = checkCode(source);
    expect(backward!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[21, true]]);
  });
});

it('the gradients of the layer for a filter that is turned before both directions', () => {
  const turned = TRUE_CONVOLUTION.replace('dw = np.flip(dwf, (0, 1))', 'dw = dwf')
    .replace('kh, kw = w.shape[:2]\n    wf = np.flip(w, (0, 1))', 'kh, kw = w.shape[:2]\n    wf = w')
    .replace('z.shape), x, w)', 'z.shape), x, w[::-1, ::-1])');
  expect(checkCode(turned).map(({ agrees }) => agrees)).toEqual([true, true]);
});

it('the gradients of a layer whose text has a true convolution of a like name too', () => {
  const source = `import numpy as np
from scipy.signal import convolve2d, correlate2d

def convolve(x, w):
    return convolve2d(x, w, mode='valid')

def layer(x, w):
    return convolve(x, w[::-1, ::-1])

def convolve_backward(dz, x, w):
    return convolve2d(dz, w), correlate2d(x, dz, mode='valid')

x, w = np.random.randn(5, 6), np.random.randn(3, 2)
convolve_backward(np.ones_like(layer(x, w)), x, w)
`;
  const checks = checkCode(source);
  expect(checks.map(({ name, agrees, unseen }) => [name, agrees, unseen.length])).toEqual([
    ['convolve', true, 0],
    ['layer', true, 0],
    ['convolve_backward', true, 0],
  ]);
});

it('the filter gradient of a convolution of SciPy that is not turned', () => {
  const source = `import numpy as np
from scipy.signal import convolve2d, correlate2d

def conv_forward(x, k):
    return convolve2d(x, k, mode='valid')

def conv_backward(dy, x, k):
    dx = correlate2d(dy, k, mode='full')
    dk = correlate2d(x, dy, mode='valid')
    return dx, dk

x, k = np.random.randn(6, 7), np.random.randn(3, 2)
conv_backward(np.ones_like(conv_forward(x, k)), x, k)
`;
  const [, backward] = checkCode(source);
  expect(backward!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[9, true]]);
});

/** A helper that takes the column before the row: one of two functions exchanges them. */
const SHARED = `import numpy as np

def block(img, col, row, size):
    return img[row:row + size, col:col + size]

def convolve(img, kernel):
    size = len(kernel)
    out = np.zeros((img.shape[0] - size + 1, img.shape[1] - size + 1))
    for row in range(out.shape[0]):
        for col in range(out.shape[1]):
            out[row, col] = (block(img, row, col, size) * kernel).sum()
    return out

def max_pool(img, size):
    rows, cols = img.shape[0] // size, img.shape[1] // size
    out = np.empty((rows, cols))
    for row in range(rows):
        for col in range(cols):
            out[row, col] = np.max(block(img, col * size, row * size, size))
    return out

img = np.arange(30.0).reshape(5, 6) ** 1.5
convolve(img, np.array([[1.0, 2.0], [0.0, -1.0]]))
max_pool(img, 2)
`;

it('a call of a helper that another function uses rightly: the call is named, not the helper', () => {
  const [convolve, pool] = checkCode(SHARED);
  expect(convolve!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[11, true]]);
  expect(pool!.agrees).toBe(true);
});

it('a mistake in a helper that two functions use', () => {
  const [convolve] = checkCode(
    SHARED.replace('block(img, row, col, size)', 'block(img, col, row, size)').replace(
      'col:col + size]',
      'row:row + size]',
    ),
  );
  expect(convolve!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[4, true]]);
});

/** The forward function keeps the input and the sizes in variables of the module. */
const KEPT = `import numpy as np

saved_sizes = {}
last_input = None

def avg_pool_forward(images, size=2, stride=1):
    global last_input
    last_input = images
    saved_sizes.update(size=size, stride=stride)
    rows = (images.shape[1] - size) // stride + 1
    cols = (images.shape[2] - size) // stride + 1
    out = np.zeros((images.shape[0], rows, cols, images.shape[3]))
    for i in range(rows):
        for j in range(cols):
            out[:, i, j] = images[:, i*stride:i*stride+size, j*stride:j*stride+size].mean(axis=(1, 2))
    return out

def avg_pool_backward(grad):
    size, stride = saved_sizes['size'], saved_sizes['stride']
    dx = np.zeros(last_input.shape)
    for i in range(grad.shape[1]):
        for j in range(grad.shape[2]):
            share = grad[:, i, j][:, None, None] / (size * size)
            dx[:, i*stride:i*stride+size, j*stride:j*stride+size] += share
    return dx

out = avg_pool_forward(np.random.randn(2, 5, 6, 3), 3, 2)
avg_pool_backward(np.ones_like(out))
`;

it('a gradient that reads what its forward function keeps in the module', () => {
  const checks = checkCode(KEPT);
  expect(checks.map(({ agrees, unseen }) => [agrees, unseen.length])).toEqual([
    [true, 0],
    [true, 0],
  ]);
});

it('a mistake in a gradient that reads what its forward function keeps in the module', () => {
  const [, backward] = checkCode(KEPT.replace('] += share', '] = share'));
  expect(backward!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[24, true]]);
});

it('the position of one axis twice in the slice of the other', () => {
  const source = `import numpy as np

def mean_pool_gradient(dout, shape, k):
    dx = np.zeros(shape)
    for p in range(k):
        for q in range(k):
            across = slice(q, q + k * dout.shape[1], k)
            down = slice(q, q + k * dout.shape[0], k)
            dx[down, across] = dout / k ** 2
    return dx

mean_pool_gradient(np.random.randn(2, 3), (4, 6), 2)
`;
  const [check] = checkCode(source);
  expect(check!.mistakes.map(({ line, id, verified }) => [line, id, verified])).toEqual([[8, 'axes-differ', true]]);
});

/** Padding “same” of a matrix; the gradient of reflected borders is not known. */
const PADDED = `import numpy as np

def conv_same(x, w):
    kh, kw = w.shape
    t, l = (kh - 1) // 2, (kw - 1) // 2
    xp = np.pad(x, ((t, kh - 1 - t), (l, kw - 1 - l)))
    out = np.zeros(x.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            out[i, j] = np.sum(xp[i:i+kh, j:j+kw] * w)
    return out

def conv_same_backward(dout, x, w):
    kh, kw = w.shape
    t, l = (kh - 1) // 2, (kw - 1) // 2
    xp = np.pad(x, ((t, kh - 1 - t), (l, kw - 1 - l)))
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            dxp[i:i+kh, j:j+kw] = dout[i, j] * w
            dw += dout[i, j] * xp[i:i+kh, j:j+kw]
    return dxp[t:t+x.shape[0], l:l+x.shape[1]], dw

x, w = np.random.randn(5, 6), np.random.randn(3, 3)
conv_same_backward(np.ones_like(conv_same(x, w)), x, w)
`;

it('a mistake in a gradient of the padding “same”', () => {
  const [, backward] = checkCode(PADDED);
  expect(backward!.mistakes.map(({ line, verified }) => [line, verified])).toEqual([[21, true]]);
});

it('the weight gradient of reflected borders agrees under that padding', () => {
  const reflected = PADDED.replaceAll('(l, kw - 1 - l)))', "(l, kw - 1 - l)), mode='reflect')")
    .replace('            dxp[i:i+kh, j:j+kw] = dout[i, j] * w\n', '')
    .replace('return dxp[t:t+x.shape[0], l:l+x.shape[1]], dw', 'return dw');
  const [forward, backward] = checkCode(reflected);
  expect(forward).toMatchObject({ agrees: true });
  expect(backward).toMatchObject({ agrees: true, unseen: [], refused: false });
});
