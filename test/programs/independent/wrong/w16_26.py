import numpy as np

def depthwise_conv(x, w, stride=1, pad=0):
    """Depthwise convolution with channel multiplier.

    x: (N, C, H, W)
    w: (C, M, K, K)   -> result (N, C * M, OH, OW), the M maps of channel 0 come first,
    then the M maps of channel 1 and so on (torch order).
    """
    N, C, H, W = x.shape
    _, M, K, _ = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    OH = (H + 2 * pad - K) // stride + 1
    OW = (W + 2 * pad - K) // stride + 1
    out = np.zeros((N, C * M, OH, OW))
    for c in range(C):
        for m in range(M):
            for i in range(OH):
                for j in range(OW):
                    patch = xp[:, c, i * stride:i * stride + K, j * stride:j * stride + K]
                    out[:, m * C + c, i, j] = np.sum(patch * w[c, m], axis=(1, 2))
    return out

np.random.seed(26)
x = np.random.randn(1, 3, 5, 5)
w = np.random.randn(3, 2, 3, 3)
print(depthwise_conv(x, w, pad=1).shape)
print(depthwise_conv(x, w, stride=2)[0])
