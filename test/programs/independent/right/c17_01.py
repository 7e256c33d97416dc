import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    """Loops run backwards and the channel loop is the outermost one."""
    (m, n_H_prev, n_W_prev, n_C_prev) = A_prev.shape
    (f, f, n_C_prev, n_C) = W.shape
    stride = hparameters["stride"]
    pad = hparameters["pad"]
    n_H = (n_H_prev + 2 * pad - f + stride) // stride
    n_W = (n_W_prev + 2 * pad - f + stride) // stride
    Z = np.empty((m, n_H, n_W, n_C))
    A_pad = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    for c in reversed(range(n_C)):
        kernel = W[:, :, :, c]
        for w in range(n_W - 1, -1, -1):
            for h in range(n_H - 1, -1, -1):
                for i in range(m):
                    Z[i, h, w, c] = (A_pad[i, h * stride:h * stride + f, w * stride:w * stride + f] * kernel).sum() + b[0, 0, 0, c]
    cache = (A_prev, W, b, hparameters)
    return Z, cache

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
Z, cache = conv_forward(A_prev, W, b, {"pad": 1, "stride": 2})
print("Z's mean =", np.mean(Z))
print("Z[0,2,1] =", Z[0, 2, 1])
