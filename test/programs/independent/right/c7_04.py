import numpy as np


def conv_forward(A_prev, W, b, hparameters):
    """Vectorised over the batch and the filters; loops run from the last pixel to the first."""
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    # ceil((n - f + 2p + 1) / s) is the same as floor((n - f + 2p) / s) + 1
    n_H = -(-(n_H_prev - f + 2 * pad + 1) // stride)
    n_W = -(-(n_W_prev - f + 2 * pad + 1) // stride)
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in reversed(range(n_H)):
        for w in reversed(range(n_W)):
            window = padded[:, h * stride:h * stride + f, w * stride:w * stride + f, :, np.newaxis]
            Z[:, h, w, :] = (window * W[np.newaxis]).sum(axis=(1, 2, 3)) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)


np.random.seed(1)
A_prev = np.random.randn(3, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
for hp in ({"pad": 1, "stride": 2}, {"pad": 0, "stride": 1}):
    Z, cache = conv_forward(A_prev, W, b, hp)
    print(Z.shape, Z.mean())
