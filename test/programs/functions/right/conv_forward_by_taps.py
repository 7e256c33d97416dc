import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    n_H = (n_H_prev + 2 * pad - f) // stride + 1
    n_W = (n_W_prev + 2 * pad - f) // stride + 1
    x = np.zeros((m, n_H_prev + 2 * pad, n_W_prev + 2 * pad, n_C_prev))
    x[:, pad:pad + n_H_prev, pad:pad + n_W_prev] = A_prev
    Z = np.zeros((m, n_H, n_W, n_C)) + b
    for r in range(f):
        for s in range(f):
            part = x[:, r:r + n_H * stride:stride, s:s + n_W * stride:stride, :]
            part = part[:, :n_H, :n_W, :]
            Z += np.einsum("ihwc,ck->ihwk", part, W[r, s])
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
hparameters = {"pad": 1, "stride": 2}
Z, cache_conv = conv_forward(A_prev, W, b, hparameters)
print("Z's mean =", np.mean(Z))
