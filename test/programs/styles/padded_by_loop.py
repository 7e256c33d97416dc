import numpy as np


def zero_pad(X, pad):
    m, n_H, n_W, n_C = X.shape
    X_pad = np.zeros((m, n_H + 2 * pad, n_W + 2 * pad, n_C))
    for i in range(m):
        for r in range(n_H):
            for q in range(n_W):
                X_pad[i, r + pad, q + pad] = X[i, r, q]
    return X_pad


def conv_single_step(a_slice_prev, W, b):
    s = 0
    for u in range(W.shape[0]):
        for v in range(W.shape[1]):
            s += np.dot(a_slice_prev[u, v], W[u, v])
    return s + b.item()


def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    n_H = int(np.floor((n_H_prev - f + 2 * pad) / stride)) + 1
    n_W = int(np.floor((n_W_prev - f + 2 * pad) / stride)) + 1
    A_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    for index, _ in np.ndenumerate(Z):
        i, h, w, c = index
        hs, ws = h * stride, w * stride
        Z[index] = conv_single_step(A_pad[i, hs:hs + f, ws:ws + f], W[..., c], b[..., c])
    return Z, (A_prev, W, b, hparameters)


np.random.seed(1)
A_prev = np.random.randn(2, 4, 5, 3)
W = np.random.randn(2, 2, 3, 4)
b = np.random.randn(1, 1, 1, 4)
Z, cache = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
print(Z.mean())
