import numpy as np


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    n_H, n_W = dZ.shape[1:3]
    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    db = np.zeros(b.shape)
    for i in range(m):
        a_pad = np.pad(A_prev[i], ((pad, pad), (pad, pad), (0, 0)), mode="constant")
        da_pad = np.zeros(a_pad.shape)
        for h in range(n_H):
            top = h * stride
            for w in range(n_W):
                left = w * stride
                piece = a_pad[top:top + f, left:left + f, :]
                for c in range(n_C):
                    delta = dZ[i, h, w, c]
                    da_pad[top:top + f, left:left + f, :] += W[:, :, :, c] * delta
                    dW[:, :, :, c] += piece * delta
                    db[0, 0, 0, c] += delta
        dA_prev[i] = da_pad[pad:pad + n_H_prev, pad:pad + n_W_prev, :]
    return dA_prev, dW, db


np.random.seed(1)
A_prev = np.random.randn(3, 4, 4, 3)
W = np.random.randn(2, 2, 3, 4)
b = np.random.randn(1, 1, 1, 4)
dZ = np.random.randn(3, 3, 3, 4)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"pad": 1, "stride": 2}))
