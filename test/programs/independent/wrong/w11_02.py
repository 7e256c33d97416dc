import numpy as np

def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape

    dA_prev = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    db = np.zeros((1, 1, 1, n_C))

    width = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    A_prev_pad = np.pad(A_prev, width)
    dA_prev_pad = np.pad(dA_prev, width)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v0, v1 = h * stride, h * stride + f
                    h0, h1 = w * stride, w * stride + f
                    a_slice = a_prev_pad[v0:v1, h0:h1, :]
                    da_prev_pad[v0:v1, h0:h1, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]

    assert dA_prev.shape == (m, n_H_prev, n_W_prev, n_C_prev)
    return dA_prev, dW, db

rng = np.random.RandomState(3)
A = rng.randn(2, 6, 5, 3)
W = rng.randn(3, 3, 3, 4)
b = rng.randn(1, 1, 1, 4)
for pad in (1, 0):
    hp = {"stride": 1, "pad": pad}
    n_H = 6 - 3 + 2 * pad + 1
    n_W = 5 - 3 + 2 * pad + 1
    dZ = rng.randn(2, n_H, n_W, 4)
    dA, dW, db = conv_backward(dZ, (A, W, b, hp))
    print(pad, dA.mean(), dW.mean(), db.mean())
