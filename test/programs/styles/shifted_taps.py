import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    s = hparameters["stride"]
    p = hparameters["pad"]
    m, height, width, _ = A_prev.shape
    fh, fw, _, n_out = W.shape
    n_H = 1 + (height + 2 * p - fh) // s
    n_W = 1 + (width + 2 * p - fw) // s
    X = np.zeros((m, height + 2 * p, width + 2 * p, A_prev.shape[3]))
    X[:, p:p + height, p:p + width] = A_prev
    Z = np.zeros((m, n_H, n_W, n_out))
    for di in range(fh):
        for dj in range(fw):
            shifted = X[:, di:di + s * (n_H - 1) + 1:s, dj:dj + s * (n_W - 1) + 1:s, :]
            Z += shifted @ W[di, dj]
    Z += b
    return Z, (A_prev, W, b, hparameters)


np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
Z, cache = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
