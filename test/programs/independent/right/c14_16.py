import numpy as np
import math


def max_pool_ceil(x, k, stride, pad=0):
    """Max pooling with ceil_mode=True as in PyTorch, x (N, C, H, W)."""
    N, C, H, W = x.shape

    def length(n):
        m = math.ceil((n + 2 * pad - k) / stride) + 1
        if (m - 1) * stride >= n + pad:   # last window must start inside the input or its left padding
            m -= 1
        return m

    oh, ow = length(H), length(W)
    y = np.full((N, C, oh, ow), -np.inf)
    for i in range(oh):
        top = max(i * stride - pad, 0)
        bottom = min(i * stride - pad + k, H)
        for j in range(ow):
            left = max(j * stride - pad, 0)
            right = min(j * stride - pad + k, W)
            y[:, :, i, j] = x[:, :, top:bottom, left:right].max((2, 3))
    return y


x = np.random.RandomState(16).randn(1, 2, 6, 7)
print(max_pool_ceil(x, 3, 2).shape)
print(max_pool_ceil(x, 3, 2, pad=1))
