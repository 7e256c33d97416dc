import numpy as np

def dilated_conv(x, w, rate=1, stride=1):
    """Atrous convolution, VALID, channels last: x (N,H,W,C), w (k,k,C,F)."""
    x = np.ascontiguousarray(x)
    n, h, wd, c = x.shape
    k = w.shape[0]
    span = k + (k - 1) * (rate - 1)
    oh, ow = (h - span) // stride + 1, (wd - span) // stride + 1
    a, b_, c_, d = x.strides
    patches = np.lib.stride_tricks.as_strided(
        x, (n, oh, ow, k, k, c),
        (a, b_ * stride, c_ * stride, b_ * rate, c_ * rate, d))
    return np.tensordot(patches, w, 3)

x = np.random.RandomState(0).randn(1, 8, 9, 2)
w = np.random.RandomState(1).randn(3, 3, 2, 3)
for rate in (1, 2, 3):
    print(rate, dilated_conv(x, w, rate).shape)
print(dilated_conv(x, w, 2, stride=2)[0, 0])
