import numpy as np

def conv2d(x, w, stride, pad):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    out = np.zeros((N, F, (H - kh) // stride + 1, (W - kw) // stride + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = np.tensordot(x[:, :, i*stride:i*stride+kh, j*stride:j*stride+kw], w, axes=([1, 2, 3], [1, 2, 3]))
    return out

def grouped_conv2d(x, w, groups=2, stride=1, pad=0):
    """w has the shape (F, C // groups, kh, kw)"""
    xs = np.split(x, groups, axis=1)
    ws = np.split(w, groups, axis=0)
    return np.concatenate([conv2d(xg, wg, stride, pad) for xg, wg in zip(xs, ws)], axis=1)

np.random.seed(2)
x = np.random.randn(2, 4, 5, 6)
w = np.random.randn(6, 2, 3, 3)
y = grouped_conv2d(x, w, groups=2, stride=2, pad=1)
print(y.shape, y[0, 0])
