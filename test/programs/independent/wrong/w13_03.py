import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    dW = np.zeros_like(W)
    db = np.zeros_like(b)
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode="constant")
    dA_prev_pad = np.zeros_like(A_prev_pad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v0, v1 = h * stride, h * stride + f
                    h0, h1 = w * stride, w * stride + f
                    dA_prev_pad[i, v0:v1, h0:h1, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] = A_prev_pad[i, v0:v1, h0:h1, :] * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
    dA_prev = A_prev_pad[:, pad:pad + n_H_prev, pad:pad + n_W_prev, :]
    assert dA_prev.shape == A_prev.shape
    return dA_prev, dW, db

np.random.seed(3)
x = np.random.randn(2, 5, 5, 3)
W = np.random.randn(3, 3, 3, 2)
b = np.zeros((1, 1, 1, 2))
dZ = np.random.randn(2, 5, 5, 2)
grads = conv_backward(dZ, (x, W, b, {"stride": 1, "pad": 1}))
for g in grads:
    print(g.shape, g.mean())
