import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, H, Wd, C = A_prev.shape
    f, _, _, n_C = W.shape
    n_H = (H + 2 * pad - f + stride) // stride
    n_W = (Wd + 2 * pad - f + stride) // stride
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    Z = np.empty((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            a = A_pad[:, h * stride:h * stride + f, w * stride:w * stride + f]
            Z[:, h, w] = a.reshape(m, -1) @ W.reshape(-1, n_C) + b.ravel()
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
Z, _ = conv_forward(np.random.randn(2, 5, 7, 4), np.random.randn(3, 3, 4, 8), np.random.randn(1, 1, 1, 8), {"pad": 1, "stride": 2})
print(Z.mean())
