import numpy as np

def fwd(x, w, b, s):
    N, H, W, C = x.shape
    k, _, _, F = w.shape
    OH, OW = (H - k) // s + 1, (W - k) // s + 1
    y = np.zeros((N, OH, OW, F))
    for i in range(OH):
        for j in range(OW):
            y[:, i, j, :] = np.tensordot(x[:, i*s:i*s+k, j*s:j*s+k, :], w, axes=3) + b
    return y

def bwd(dy, x, w, s):
    k = w.shape[0]
    dx = np.zeros_like(x)
    dw = np.zeros_like(w)
    OH, OW = dy.shape[1:3]
    for i in range(OH):
        for j in range(OW - 1):
            g = dy[:, i, j, :]                                  # (N, F)
            patch = x[:, i*s:i*s+k, j*s:j*s+k, :]
            dw += np.tensordot(patch, g, axes=([0], [0]))
            dx[:, i*s:i*s+k, j*s:j*s+k, :] += np.tensordot(g, w, axes=([1], [3]))
    return dx, dw, dy.sum(axis=(0, 1, 2))

rng = np.random.RandomState(3)
x = rng.randn(2, 5, 6, 3)
w = rng.randn(3, 3, 3, 4)
y = fwd(x, w, np.zeros(4), 1)
dx, dw, db = bwd(np.ones_like(y), x, w, 1)
print(dx[0, :, :, 0])
