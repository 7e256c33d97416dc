import numpy as np

def corners(h, w, stride, f):
    vert_start = stride * h
    horiz_start = stride * w
    return vert_start, vert_start + f, horiz_start, horiz_start + f

def conv_backward(dZ, cache):
    (A_prev, W, b, hparameters) = cache
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    (m, n_H, n_W, n_C) = dZ.shape
    dA_prev = np.zeros((m, n_H_prev, n_W_prev, n_C_prev))
    dW = np.zeros((f, f, n_C_prev, n_C))
    db = np.zeros((1, 1, 1, n_C))
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')
    dA_prev_pad = np.pad(dA_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')
    for c in range(n_C):
        for i in range(m):
            a_prev_pad = A_prev_pad[i]
            da_prev_pad = dA_prev_pad[i]
            for h in range(n_H):
                for w in range(n_W):
                    vs, ve, hs, he = corners(h, w, stride, f)
                    da_prev_pad[vs:ve, hs:he, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += a_prev_pad[vs:ve, hs:he, :] * dZ[i, h, w, c]
                    db[:, :, :, c] += dZ[i, h, w, c]
    for i in range(m):
        dA_prev[i, :, :, :] = dA_prev_pad[i, pad:n_H_prev + pad, pad:n_W_prev + pad, :]
    assert dA_prev.shape == (m, n_H_prev, n_W_prev, n_C_prev)
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(10, 4, 4, 3)
W = np.random.randn(2, 2, 3, 8)
b = np.random.randn(1, 1, 1, 8)
dZ = np.random.randn(10, 4, 4, 8)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"pad": 2, "stride": 2}))
