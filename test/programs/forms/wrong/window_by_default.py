import numpy as np


def avg_pool_forward(x, k=2, stride=2):
    H, W = x.shape
    out = np.zeros(((H - k) // stride + 1, (W - k) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = x[i * stride : i * stride + k, j * stride : j * stride + k].mean()
    return out


def avg_pool_backward(dout, x, k=3, stride=2):
    dx = np.zeros(x.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            dx[i * stride : i * stride + k, j * stride : j * stride + k] += dout[i, j] / (k * k)
    return dx


x = np.random.randn(6, 6)
dx = avg_pool_backward(np.ones((3, 3)), x)
