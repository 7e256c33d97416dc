import numpy as np


def avg_pool_backward(dout, H, W, k, stride):
    n, c, oh, ow = dout.shape
    dx = np.zeros((n, c, H, W))
    for i in range(oh):
        for j in range(ow):
            dx[:, :, i * stride:i * stride + k, j * stride:j * stride + k] += dout[:, :, i:i + 1, j:j + 1] / k
    return dx


print(avg_pool_backward(np.ones((1, 2, 3, 3)), 6, 7, 2, 2)[0, 0])
