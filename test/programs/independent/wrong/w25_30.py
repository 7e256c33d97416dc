import numpy as np

def im2col_indices(x_shape, fh, fw, padding=1, stride=1):
    N, C, H, W = x_shape
    out_h = (H + 2 * padding - fh) // stride + 1
    out_w = (W + 2 * padding - fw) // stride + 1
    i0 = np.tile(np.repeat(np.arange(fh), fw), C)
    i1 = stride * np.repeat(np.arange(out_h), out_w)
    j0 = np.tile(np.arange(fw), fh * C)
    j1 = stride * np.tile(np.arange(out_w), out_h)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), fh * fw).reshape(-1, 1)
    return k, i, j

def im2col(x, fh, fw, padding=1, stride=1):
    p = padding
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant')
    k, i, j = im2col_indices(x.shape, fh, fw, padding, stride)
    cols = xp[:, k, i, j]
    return cols.transpose(1, 2, 0).reshape(fh * fw * x.shape[1], -1)

def col2im(cols, x_shape, fh, fw, padding=1, stride=1):
    N, C, H, W = x_shape
    xp = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=cols.dtype)
    k, i, j = im2col_indices(x_shape, fh, fw, padding, stride)
    cols = cols.reshape(C * fh * fw, -1, N).transpose(2, 0, 1)
    xp[:, k, i, j] += cols
    return xp[:, :, padding:padding + H, padding:padding + W]

def conv_forward(x, w, b, stride=1, pad=1):
    N, C, H, W = x.shape
    F, _, fh, fw = w.shape
    oh, ow = (H + 2 * pad - fh) // stride + 1, (W + 2 * pad - fw) // stride + 1
    cols = im2col(x, fh, fw, pad, stride)
    out = w.reshape(F, -1) @ cols + b.reshape(-1, 1)
    return out.reshape(F, oh, ow, N).transpose(3, 0, 1, 2), cols

def conv_backward(dout, cols, x_shape, w, stride=1, pad=1):
    F, _, fh, fw = w.shape
    d = dout.transpose(1, 2, 3, 0).reshape(F, -1)
    dw = (d @ cols.T).reshape(w.shape)
    dx = col2im(w.reshape(F, -1).T @ d, x_shape, fh, fw, pad, stride)
    return dx, dw, d.sum(axis=1)

np.random.seed(10)
x, w, b = np.random.randn(2, 3, 5, 5), np.random.randn(4, 3, 3, 3), np.random.randn(4)
out, cols = conv_forward(x, w, b)
dx, dw, db = conv_backward(np.ones_like(out), cols, x.shape, w)
print(out.shape, dx.sum(), dw.sum(), db)
