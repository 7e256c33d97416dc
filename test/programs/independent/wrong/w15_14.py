import numpy as np

def depthwise_conv2d(x, w, b, stride=1):
    """
    Depthwise convolution with channel multiplier M (same order as groups=C:
    outputs 0..M-1 belong to input channel 0, the next M to channel 1, ...).

    x: (N, C, H, W)
    w: (C, M, kh, kw)
    b: (C * M,)
    """
    N, C, H, W = x.shape
    _, M, kh, kw = w.shape
    Ho = (H - kh) // stride + 1
    Wo = (W - kw) // stride + 1
    out = np.zeros((N, C * M, Ho, Wo))
    for n in range(N):
        for c in range(C):
            for m in range(M):
                k = m * C + c
                for i in range(Ho):
                    for j in range(Wo):
                        r, s = i * stride, j * stride
                        out[n, k, i, j] = np.vdot(x[n, c, r:r + kh, s:s + kw], w[c, m]) + b[c]
    return out

rng = np.random.RandomState(42)
x = rng.uniform(-1, 1, (2, 3, 6, 6))
w = rng.uniform(-1, 1, (3, 2, 3, 3))
b = np.arange(6) / 10
y = depthwise_conv2d(x, w, b, stride=1)
print(y.shape, y[0, :, 0, 0])
