/** One mistake in a right function, of kinds whose repair was missing. */
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../../../core/check';

/** To the end of its work, however slow the machine is. */
const found = (source: string): unknown =>
  checkCode(source, { now: () => 0 })[0]!.mistakes.map(({ id, line, verified }) => [id, line, verified]);

const CONVOLUTION = (columns: string, channels: string): string => `import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    size = x.shape
    rows = int(1 + (size[2] + 2 * pad - w.shape[2]) / stride)
    cols = int(1 + (size[3] + 2 * pad ${columns}) / stride)
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((size[0], w.shape[0], rows, cols))
    for n in range(size[0]):
        for f in range(w.shape[0]):
            top = 0
            for i in range(rows):
                left = 0
                for j in range(cols):
                    window = padded[n, ${channels}, top:top + w.shape[2], left:left + w.shape[3]]
                    column = window.reshape(np.prod(window.shape))
                    out[n, f, i, j] = column.dot(w[f].reshape(np.prod(w[f].shape))) + b[f]
                    left += stride
                top += stride
    return out, (x, w, b, conv_param)
`;

describe('checkCode: one mistake in a right function', () => {
  it('the size of the other axis, where the axes are subscripts', () => {
    expect(found(CONVOLUTION('+ w.shape[3]', ':'))).toEqual([['axes-differ', 7, true]]);
  });

  it('the first channel in the place of all', () => {
    expect(found(CONVOLUTION('- w.shape[3]', '0:1'))).toEqual([['wrong-window', 16, true]]);
  });

  it('a window that is summed without the filter', () => {
    const source = `import numpy as np

def conv2d(image, kernel, bias=0, stride=1):
    channels, rows, cols = image.shape
    _, kernel_rows, kernel_cols = kernel.shape
    out = np.zeros(((rows - kernel_rows) // stride + 1, (cols - kernel_cols) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(image[:, stride * i:stride * i + kernel_rows, stride * j:stride * j + kernel_cols])
    return out + bias

print(conv2d(np.arange(75.0).reshape(3, 5, 5) % 7, np.arange(27.0).reshape(3, 3, 3), 1))
`;
    expect(found(source)).toEqual([['missing-factor', 9, true]]);
  });

  it('a gradient of all examples and channels that is left out', () => {
    const source = `import numpy as np

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw, stride = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            rows, cols = slice(i * stride, i * stride + ph), slice(j * stride, j * stride + pw)
            mask = x[:, :, rows, cols] == np.max(x[:, :, rows, cols], axis=(2, 3), keepdims=True)
            dx[:, :, rows, cols] += mask
    return dx
`;
    expect(found(source)).toEqual([['gradient-missing', 11, true]]);
  });

  it('a size of the other axis that an error of a later line hides', () => {
    const source = `import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)), 'constant')
    H_out = int((H + 2 * pad - HH) / stride) + 1
    W_out = int((H + 2 * pad - WW) / stride) + 1
    out = np.zeros((N, F, H_out, W_out))
    count = 0
    for p in range(0, x_pad.shape[2] - HH + 1, stride):
        for q in range(0, x_pad.shape[3] - WW + 1, stride):
            window = x_pad[:, :, p:p + HH, q:q + WW].reshape((N, -1))
            out[:, :, int(count / H_out), int(count % H_out)] = window.dot(w.reshape((F, -1)).T) + b
            count += 1
    return out, (x, w, b, conv_param)
`;
    expect(found(source)).toEqual([
      ['axes-differ', 9, true],
      ['rows-columns-swapped', 15, true],
    ]);
  });

  it('an axis unlike the other one in a function that ends with an error in its own call', () => {
    const source = `import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    H_out = (H + 2 * pad - HH) // stride + 1
    W_out = (H + 2 * pad - WW) // stride + 1
    out = np.zeros((N, F, H_out, W_out))
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    window = x_pad[n, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
                    out[n, f, j, i] = np.sum(window * w[f]) + b[f]
    return out[0]
`;
    expect(() => checkCode(source, { budget: 400 })).not.toThrow();
  });

  it('a padding of 1 that is written in sizes, calls and slices', () => {
    const source = `import numpy as np

def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    x_pad = np.zeros((N, C, H + 2, W + 2))
    for n in range(N):
        for c in range(C):
            x_pad[n, c] = np.pad(x[n, c], (1, 1), 'constant')
    db = dout.sum(axis=(0, 2, 3))
    dw = np.zeros(w.shape)
    dx_pad = np.zeros(x_pad.shape)
    for n in range(N):
        for f in range(F):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    rows, cols = slice(i * stride, i * stride + HH), slice(j * stride, j * stride + WW)
                    dw[f] += dout[n, f, i, j] * x_pad[n, :, rows, cols]
                    dx_pad[n, :, rows, cols] += dout[n, f, i, j] * w[f]
    return dx_pad[:, :, 1:H + 1, 1:W + 1], dw, db
`;
    expect(found(source)).toEqual([
      ['padding-written', 8, true],
      ['padding-written', 11, true],
      ['padding-written', 22, true],
    ]);
  });

  it('a branch after the loop that belongs into it', () => {
    const source = `import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters['stride'], hparameters['pad']
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_prev_pad = np.pad(dA_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    for i in range(m):
        a_prev_pad, da_prev_pad = A_prev_pad[i], dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    rows, cols = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
                    da_prev_pad[rows, cols, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_prev_pad[rows, cols, :] * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
    if pad != 0:
        dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]
    else:
        dA_prev[i, :, :, :] = da_prev_pad
    return dA_prev, dW, db
`;
    expect(found(source)).toEqual([['outside-the-loop', 20, true]]);
  });

  it('a mask that is negated gives the gradient to all maxima, also after the repair of Python 2', () => {
    const source = `import numpy as np

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    HH, WW, stride = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    rows, cols = 1 + (H - HH) / stride, 1 + (W - WW) / stride
    dx = np.zeros(x.shape)
    for i in xrange(rows):
        for j in xrange(cols):
            window = x[:, :, i * stride:HH + i * stride, j * stride:WW + j * stride]
            mask = window < window.max(axis=(2, 3))[:, :, None, None]
            dx[:, :, i * stride:HH + i * stride, j * stride:WW + j * stride] += dout[:, :, i, j, None, None] * ~mask
    return dx
`;
    expect(found(source)).toEqual([
      ['python-2', 7, true],
      ['python-2', 9, true],
      ['python-2', 10, true],
    ]);
  });

  it('a size that is not whole is repaired in its formula, not in the loops over it', () => {
    const source = `import numpy as np

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw, stride = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H, W = x.shape
    rows = 1 + (H - ph) / stride
    cols = 1 + (W - pw) / stride
    dx = np.zeros_like(x)
    for n in range(N):
        for c in range(C):
            for i in range(rows):
                for j in range(cols):
                    window = x[n, c, i * stride:i * stride + ph, j * stride:j * stride + pw]
                    mask = window == np.max(window)
                    dx[n, c, i * stride:i * stride + ph, j * stride:j * stride + pw] += mask * dout[n, c, i, j]
    return dx
`;
    expect(found(source)).toEqual([
      ['floor-division', 7, true],
      ['floor-division', 8, true],
    ]);
    expect(found(source.replace('/ stride', '// stride').replace('(W - pw) /', '(H - pw) //'))).toEqual([
      ['axes-differ', 8, true],
    ]);
  });
});
