import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = int((n_H_prev + 2 * pad - f) / stride + 1)
    n_W = int((n_W_prev + 2 * pad - f) / stride + 1)
    Z = np.zeros([m, n_H, n_W, n_C])
    A_prev_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'constant')
    for h in range(n_H):
        for w in range(n_W):
            A_slice = A_prev_pad[:, h * stride:h * stride + f, w * stride:w * stride + f, :, np.newaxis]
            # (m, f, f, n_C_prev, 1) * (1, f, f, n_C_prev, n_C)
            prod = A_slice * W[np.newaxis]
            Z[:, h, w, :] = np.sum(prod, axis=(1, 2))[:, 0] + b[0, 0]
    cache = (A_prev, W, b, hparameters)
    return Z, cache

A_prev = np.arange(72, dtype=float).reshape(2, 4, 3, 3) / 10
W = np.ones((2, 2, 3, 2))
W[..., 1] = -0.5
b = np.array([0.5, 1.0]).reshape(1, 1, 1, 2)
Z, cache = conv_forward(A_prev, W, b, {"stride": 1, "pad": 0})
print(Z)
