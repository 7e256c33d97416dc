import numpy as np

def conv_backward(dZ, cache):
    """Returns dA_prev, dW, db of the cost (dZ already holds any 1/m factor)."""
    A_prev, W, b, hparameters = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, n_C = dZ.shape
    border = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    A_pad = np.pad(A_prev, border)
    dA_pad = np.zeros_like(A_pad)
    dW = np.zeros_like(W)
    for h in range(n_H):
        for w in range(n_W):
            ys, xs = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
            dz = dZ[:, h, w, :]
            dW += np.einsum('mijc,mo->ijco', A_pad[:, ys, xs, :], dz) / m
            dA_pad[:, ys, xs, :] += np.einsum('mo,ijco->mijc', dz, W)
    db = dZ.sum(axis=(0, 1, 2)).reshape(b.shape)
    dA_prev = dA_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev, :]
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(4, 5, 6, 3)
W = np.random.randn(3, 3, 3, 2)
b = np.random.randn(1, 1, 1, 2)
dZ = np.random.randn(4, 3, 3, 2)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": 2, "pad": 1}))
print(dA.mean(), dW.mean(), db.ravel())
