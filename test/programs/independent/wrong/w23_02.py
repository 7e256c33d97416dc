import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, stride, pad = cache
    m, H, Wd, C = A_prev.shape
    f, _, _, K = W.shape
    _, nH, nW, _ = dZ.shape

    dW = np.zeros_like(W)
    db = np.zeros_like(b)
    Ap = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dAp = np.zeros_like(Ap)

    for i in range(m):
        for h in range(nH):
            hs = h * stride
            for w in range(nW):
                ws = w * stride
                patch = Ap[i, hs:hs + f, ws:ws + f, :]
                for k in range(K):
                    g = dZ[i, h, w, k]
                    dAp[i, hs:hs + f, ws:ws + f, :] += W[:, :, :, k] * g
                    dW[:, :, :, k] += patch * g
                    db[:, :, :, k] = g
    dA = dAp[:, pad:dAp.shape[1] - pad, pad:dAp.shape[2] - pad, :]
    return dA, dW, db


np.random.seed(3)
A = np.random.randn(3, 6, 6, 2)
W = np.random.randn(3, 3, 2, 4)
b = np.random.randn(1, 1, 1, 4)
dZ = np.random.randn(3, 3, 3, 4)
dA, dW, db = conv_backward(dZ, (A, W, b, 2, 1))
print(dA.mean(), dW.mean(), db.ravel())
