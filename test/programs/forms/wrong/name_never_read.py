import numpy as np


def conv2d(x, w, stride):
    H, W = x.shape
    k = w.shape[0]
    out_H = (H - k) // stride + 1
    out_W = (W - k) // stride + 1
    res = np.zeros((out_H, out_W))
    for i in range(out_H):
        for j in range(out_W):
            y[i, j] = np.sum(x[i * stride:i * stride + k, j * stride:j * stride + k] * w)
    return y


print(conv2d(np.ones((4, 5)), np.ones((2, 2)), 1))
