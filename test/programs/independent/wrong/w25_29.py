import numpy as np

def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, _ = dZ.shape
    dA_prev = np.zeros_like(A_prev)
    dW = np.zeros_like(W)
    db = np.zeros_like(b)
    widths = ((0, 0), (pad, pad), (pad, pad), (0, 0))
    A_prev_pad = np.pad(A_prev, widths, mode="constant")
    dA_prev_pad = np.pad(dA_prev, widths, mode="constant")
    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                vs, hs = h * stride, w * stride
                for c in range(n_C):
                    da_prev_pad[vs:vs + f, hs:hs + f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_prev_pad[vs:vs + f, hs:hs + f, :] * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
    assert dA_prev.shape == A_prev.shape
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(2, 4, 4, 3)
W = np.random.randn(2, 2, 3, 5)
b = np.random.randn(1, 1, 1, 5)
dZ = np.random.randn(2, 3, 3, 5)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": 2, "pad": 1}))
print(dA[0, 0], dW.mean(), db)
