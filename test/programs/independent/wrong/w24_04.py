import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))

def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, n_C = W.shape[0], W.shape[3]
    s, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev + 2 * pad - f) // s + 1
    n_W = (n_W_prev + 2 * pad - f) // s + 1
    A_pad = zero_pad(A_prev, pad)
    Z = np.empty((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_pad[:, h * s:h * s + f, w * s:w * s + f, :]
            Z[:, h, w, :] = np.tensordot(window, W, axes=([1, 2, 3], [0, 1, 2])) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, n_C_prev, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    dW = np.zeros_like(W)
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = np.zeros(A_prev_pad.shape)
    for i in range(m):
        a_pad = A_prev_pad[i]
        da_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                v0, h0 = stride * h, stride * w
                for c in range(n_C):
                    g = dZ[i, h, w, c]
                    da_pad[v0:v0 + f, h0:h0 + f, :] += W[:, :, :, c] * g
                    dW[:, :, :, c] += a_pad[v0:v0 + f, h0:h0 + f, :] * g
                    db[:, :, :, c] += g
    dA_prev = dA_prev_pad[:, pad:-pad, pad:-pad, :]
    assert dA_prev.shape == A_prev.shape
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 4, 6, 3)
W = np.random.randn(2, 2, 3, 5)
b = np.random.randn(1, 1, 1, 5)
Z, cache = conv_forward(A_prev, W, b, {"pad": 2, "stride": 2})
dA, dW, db = conv_backward(Z, cache)
print("dA_mean =", np.mean(dA))
print("dW_mean =", np.mean(dW))
print("db_mean =", np.mean(db))
