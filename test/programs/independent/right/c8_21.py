import numpy as np

def col2im(cols, x_shape, k, stride=1, pad=0):
    """Adjoint of im2col; cols has shape (C*k*k, N*oh*ow), patches ordered by sample last."""
    N, C, H, W = x_shape
    oh = (H + 2 * pad - k) // stride + 1
    ow = (W + 2 * pad - k) // stride + 1
    img = np.zeros((N, C, H + 2 * pad, W + 2 * pad), dtype=cols.dtype)
    c6 = cols.reshape(C, k, k, oh, ow, N)
    for n in range(N):
        for y in range(oh):
            for x in range(ow):
                img[n, :, y * stride:y * stride + k, x * stride:x * stride + k] += c6[..., y, x, n]
    return img[:, :, pad:-pad, pad:-pad] if pad else img

def im2col(x, k, stride=1, pad=0):
    N, C, H, W = x.shape
    x = np.pad(x, ((0,), (0,), (pad,), (pad,)))
    oh, ow = (H + 2 * pad - k) // stride + 1, (W + 2 * pad - k) // stride + 1
    out = np.empty((C, k, k, oh, ow, N))
    for u in range(k):
        for v in range(k):
            out[:, u, v] = np.moveaxis(x[:, :, u:u + oh * stride:stride, v:v + ow * stride:stride], 0, -1)
    return out.reshape(C * k * k, -1)

x = np.random.default_rng(3).normal(size=(2, 3, 5, 6))
cols = im2col(x, 3, 2, 1)
print(cols.shape, col2im(cols, x.shape, 3, 2, 1).shape)
