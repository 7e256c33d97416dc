import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    m, H, Wd, _ = A_prev.shape
    f = W.shape[0]
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, n_C = dZ.shape
    P = np.pad(A_prev, [(0, 0), (pad, pad), (pad, pad), (0, 0)])
    dP = np.zeros_like(P)
    dW = np.zeros_like(W)
    db = np.zeros_like(b)
    # loop over the filter taps, not over the output positions
    for u in range(f):
        for v in range(f):
            rows = slice(u, u + (n_H - 1) * stride + 1, stride)
            cols = slice(v, v + (n_W - 1) * stride + 1, stride)
            dW[u, v] = np.tensordot(P[:, rows, cols, :], dZ, axes=([0, 1, 2], [0, 1, 2]))
            dP[:, rows, cols, :] += dZ @ W[u, v].T
    db[0, 0, 0, :] = dZ.sum(0).sum(0).sum(0)
    dA = dP if not pad else dP[:, pad:-pad, pad:-pad]
    return dA, dW, db

np.random.seed(2)
A = np.random.randn(3, 6, 5, 2)
K = np.random.randn(3, 3, 2, 4)
bias = np.random.randn(1, 1, 1, 4)
dZ = np.random.randn(3, 3, 3, 4)
dA, dK, dbias = conv_backward(dZ, (A, K, bias, {"stride": 2, "pad": 1}))
print(dA.shape, dK.shape, dbias)
