import numpy as np

def max_pool_padded(x, ksize, stride, pad=0):
    """
    Max pooling with padding. The padded border never wins:
    it is treated as minus infinity (as PyTorch does).
    x: (N, C, H, W)
    """
    N, C, H, W = x.shape
    kh, kw = ksize
    xp = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    xp[:, :, pad:pad + H, pad:pad + W] = x
    oh = (H + 2 * pad - kh) // stride + 1
    ow = (W + 2 * pad - kw) // stride + 1
    out = np.empty((N, C, oh, ow))
    for i in range(oh):
        r0 = i * stride
        r1 = r0 + kh
        for j in range(ow):
            c0 = j * stride
            c1 = c0 + kh
            out[:, :, i, j] = xp[:, :, r0:r1, c0:c1].max(axis=3).max(axis=2)
    return out

np.random.seed(17)
x = np.random.randn(1, 2, 6, 6) - 1.5
print(max_pool_padded(x, (3, 2), 2, pad=1))
print(max_pool_padded(x, (2, 2), 2))
