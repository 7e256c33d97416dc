import numpy as np

def depthwise_separable(x, dw, pw, pad=1):
    """MobileNet block without BN/ReLU: depthwise 3x3, then pointwise 1x1 (NCHW)"""
    n, c, h, w = x.shape
    k = dw.shape[-1]
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    mid = np.zeros((n, c, h + 2 * pad - k + 1, w + 2 * pad - k + 1))
    for ch in range(c):
        for i in range(mid.shape[2]):
            for j in range(mid.shape[3]):
                mid[:, ch, i, j] = (xp[:, ch, i:i + k, j:j + k] * dw[ch]).sum((1, 2))
    # pointwise = matrix product over the channels
    return np.tensordot(pw, mid, axes=(1, 1)).transpose(1, 0, 2, 3)

np.random.seed(50)
x = np.random.randn(2, 3, 4, 5)
print(depthwise_separable(x, np.random.randn(3, 3, 3), np.random.randn(6, 3)).shape)
