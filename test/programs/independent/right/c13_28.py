import numpy as np


def conv_relu_forward(x, w, b):
    """3x3 'same' convolution followed by ReLU; returns output and cache (NCHW)"""
    N, C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    a = np.zeros((N, w.shape[0], H, W))
    for i in range(H):
        for j in range(W):
            a[:, :, i, j] = np.tensordot(xp[:, :, i:i + 3, j:j + 3], w, ([1, 2, 3], [1, 2, 3]))
    a += b.reshape(1, -1, 1, 1)
    mask = a > 0
    return a * mask, (xp, w, mask)


def conv_relu_backward(dout, cache):
    xp, w, mask = cache
    da = dout * mask
    H, W = da.shape[2:]
    dw = np.empty_like(w)
    for u in range(3):
        for v in range(3):
            dw[:, :, u, v] = np.einsum('nfhw,nchw->fc', da, xp[:, :, u:u + H, v:v + W])
    dap = np.pad(da, ((0, 0), (0, 0), (1, 1), (1, 1)))
    dx = np.zeros((xp.shape[0], xp.shape[1], H, W))
    for u in range(3):
        for v in range(3):
            dx += np.einsum('nfhw,fc->nchw', dap[:, :, u:u + H, v:v + W], w[:, :, 2 - u, 2 - v])
    return dx, dw, da.sum((0, 2, 3))


np.random.seed(70)
x, w, b = np.random.randn(2, 3, 5, 6), np.random.randn(4, 3, 3, 3), np.random.randn(4)
out, cache = conv_relu_forward(x, w, b)
dx, dw, db = conv_relu_backward(np.ones_like(out), cache)
print(out.sum(), dx.sum(), dw.sum(), db)
