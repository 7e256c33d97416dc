import numpy as np

def max_pool(x, size=2, stride=2):
    """x: (N, C, H, W)"""
    N, C, H, W = x.shape
    OH = (H - size) // stride + 1
    OW = (W - size) // stride + 1
    y = np.zeros(N, C, OH, OW)
    for i in range(OH):
        for j in range(OW):
            y[:, :, i, j] = x[:, :, i * stride:i * stride + size, j * stride:j * stride + size].max(axis=(2, 3))
    return y

x = np.random.RandomState(38).randn(2, 3, 6, 6)
print(max_pool(x).shape)
