import numpy as np

def depthwise_conv(x, w, stride=1, pad=0):
    """
    Depthwise convolution with a channel multiplier.
    x: (N, C, H, W)
    w: (C, M, kh, kw)   M filters for every input channel
    returns (N, C*M, H', W'); the M maps of input channel c are adjacent
    """
    N, C, H, W = x.shape
    _, M, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    Ho = (H + 2 * pad - kh) // stride + 1
    Wo = (W + 2 * pad - kw) // stride + 1
    y = np.zeros((N, C * M, Ho, Wo))
    for c in range(C):
        for m in range(M):
            for i in range(Ho):
                for j in range(Wo):
                    win = xp[:, c, i * stride:i * stride + kh, j * stride:j * stride + kw]
                    y[:, m * C + c, i, j] = (win * w[c, m]).sum(axis=(1, 2))
    return y

np.random.seed(15)
x = np.random.randn(2, 3, 6, 6)
w = np.random.randn(3, 2, 3, 3)
print(depthwise_conv(x, w, 1, 1).shape)
print(depthwise_conv(x, w, 2, 0)[0, 1])
