import numpy as np

def avg_pool(x, k, stride):
    """overlapping average pooling, NHWC"""
    n, h, w, c = x.shape
    oh, ow = (h - k) // stride + 1, (w - k) // stride + 1
    acc = np.zeros((n, oh, ow, c))
    for dy in range(k):
        for dx in range(k):
            acc += x[:, dy:dy + (oh - 1) * stride + 1:stride, dx:dx + (ow - 1) * stride + 1:stride, :]
    return acc / k ** 2

def avg_pool_grad(g, x_shape, k, stride):
    n, oh, ow, c = g.shape
    res = np.zeros(x_shape)
    for dy in range(k):
        for dx in range(k):
            res[:, dy:dy + (oh - 1) * stride + 1:stride, dx:dx + (ow - 1) * stride + 1:stride, :] += g
    return res / k ** 2

x = np.arange(36, dtype=float).reshape(1, 6, 6, 1)
y = avg_pool(x, 3, 1)
print(y[0, :, :, 0])
print(avg_pool_grad(np.ones_like(y), x.shape, 3, 1)[0, :, :, 0] * 9)
