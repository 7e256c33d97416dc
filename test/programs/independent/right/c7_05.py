import numpy as np

def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape

    dW = np.zeros((f, f, n_C_prev, n_C))
    db = dZ.sum(axis=0).sum(axis=0).sum(axis=0).reshape(1, 1, 1, -1)
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dA_prev_pad = np.zeros(A_prev_pad.shape)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]      # a view: changes arrive in dA_prev_pad
        for c in range(n_C):
            for w in range(n_W):
                horiz = slice(w * stride, w * stride + f)
                for h in range(n_H):
                    vert = slice(h * stride, h * stride + f)
                    da_prev_pad[vert, horiz] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_prev_pad[vert, horiz] * dZ[i, h, w, c]

    dA_prev = dA_prev_pad if pad == 0 else dA_prev_pad[:, pad:-pad, pad:-pad, :]
    assert dA_prev.shape == A_prev.shape
    return dA_prev, dW, db


rng = np.random.RandomState(3)
A_prev = rng.randn(2, 5, 6, 3)
W = rng.randn(2, 2, 3, 4)
cache = (A_prev, W, rng.randn(1, 1, 1, 4), {"stride": 1, "pad": 1})
dA, dW, db = conv_backward(rng.randn(2, 6, 7, 4), cache)
print(dA.mean(), dW.mean(), db.mean())
