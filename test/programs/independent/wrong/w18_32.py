import numpy as np

def forward(x, w, stride, pad):
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    k = w.shape[-1]
    win = np.lib.stride_tricks.sliding_window_view(xp, (k, k), axis=(1, 2))[:, ::stride, ::stride]
    y = np.einsum('chwij,fcij->fhw', win, w)
    return y, (x, w, stride, pad)

def backward(dy, cache):
    x, w, pad, stride = cache
    k = w.shape[-1]
    dxp = np.zeros((x.shape[0], x.shape[1] + 2 * pad, x.shape[2] + 2 * pad))
    for f, i, j in np.ndindex(*dy.shape):
        dxp[:, i*stride:i*stride+k, j*stride:j*stride+k] += dy[f, i, j] * w[f]
    return dxp[:, pad:pad + x.shape[1], pad:pad + x.shape[2]]

r = np.random.default_rng(24)
x, w = r.normal(size=(2, 6, 7)), r.normal(size=(3, 2, 3, 3))
y, cache = forward(x, w, 1, 2)
dx = backward(np.ones_like(y), cache)
print(dx[0])
