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
    db = np.zeros(b.shape)
    spec = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    A_prev_pad = np.pad(A_prev, spec)
    dA_prev_pad = np.pad(dA_prev, spec)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v, u = h * stride, w * stride
                    a_slice = a_prev_pad[v:v + f, u:u + f, :]
                    da_prev_pad[v:v + f, u:u + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i, :, :, :] = da_prev_pad[pad:-pad, pad:-pad, :]

    return dA_prev, dW, db


rng = np.random.RandomState(3)
A_prev = rng.randn(2, 5, 5, 3)
W = rng.randn(2, 2, 3, 4)
b = rng.randn(1, 1, 1, 4)
for pad, n in ((1, 6), (0, 4)):
    dZ = rng.randn(2, n, n, 4)
    dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": 1, "pad": pad}))
    print(pad, dA.mean(), dW.mean(), db.mean())
