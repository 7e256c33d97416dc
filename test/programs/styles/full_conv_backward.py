import numpy as np


def correlate_all(x, k):
    kh, kw = k.shape[:2]
    oh, ow = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    y = np.zeros((x.shape[0], oh, ow, k.shape[3]))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = np.tensordot(x[:, i:i + kh, j:j + kw], k, axes=([1, 2, 3], [0, 1, 2]))
    return y


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    f = W.shape[0]
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    spread = np.zeros((m, padded.shape[1] - f + 1, padded.shape[2] - f + 1, n_C))
    spread[:, :n_H * stride:stride, :n_W * stride:stride] = dZ
    border = np.pad(spread, ((0, 0), (f - 1, f - 1), (f - 1, f - 1), (0, 0)))
    flipped = W[::-1, ::-1].transpose(0, 1, 3, 2)
    dA_prev_pad = correlate_all(border, flipped)
    dW = np.zeros(W.shape)
    for u in range(f):
        for v in range(f):
            taps = padded[:, u:u + spread.shape[1], v:v + spread.shape[2]]
            dW[u, v] = np.tensordot(taps, spread, axes=([0, 1, 2], [0, 1, 2]))
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)
    dA_prev = dA_prev_pad[:, pad:pad + A_prev.shape[1], pad:pad + A_prev.shape[2]]
    return dA_prev, dW, db


np.random.seed(1)
A_prev = np.random.randn(3, 4, 5, 3)
W = np.random.randn(2, 2, 3, 8)
b = np.random.randn(1, 1, 1, 8)
dZ = np.random.randn(3, 3, 3, 8)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"pad": 1, "stride": 2}))
