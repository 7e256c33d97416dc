import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0,0),(pad,pad),(pad,pad),(0,0)), 'constant', constant_values=0)

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
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = zero_pad(dA_prev, pad)

    for i in range(m):
        a_prev_pad = A_prev_pad[i]
        da_prev_pad = dA_prev_pad[i]
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v0 = h * stride
                    v1 = v0 + f
                    h0 = w * stride
                    h1 = h0 + f
                    a_slice = a_prev_pad[v0:v1, h0:h1, :]
                    da_prev_pad[v0:v1, h0:h1, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_slice * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
        dA_prev[i] = da_prev_pad[pad:-pad, pad:-pad, :]

    assert dA_prev.shape == A_prev.shape
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 6, 6, 2)
W = np.random.randn(2, 2, 2, 4)
b = np.random.randn(1, 1, 1, 4)
dZ = np.random.randn(3, 3, 3, 4)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"pad": 0, "stride": 2}))
print("dA_mean =", np.mean(dA))
print("dW_mean =", np.mean(dW))
print("db_mean =", np.mean(db))
