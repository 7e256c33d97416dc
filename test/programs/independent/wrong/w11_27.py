import numpy as np

def depthwise_conv(x, filters, bias=None, stride=1):
    """One 2-D filter per channel. x: (H, W, C), filters: (kh, kw, C)"""
    H, W, C = x.shape
    kh, kw, _ = filters.shape
    Ho = (H - kh) // stride + 1
    Wo = (W - kw) // stride + 1
    out = np.zeros((Ho, Wo, C))
    for i in range(Ho):
        for j in range(Wo):
            patch = x[i * stride:i * stride + kh, j * stride:j * stride + kw, :]
            out[i, j, :] = np.sum(patch * filters, axis=(0, 1))
    if bias:
        out += bias
    return out

rng = np.random.default_rng(27)
x = rng.standard_normal((6, 5, 3))
f = rng.standard_normal((3, 3, 3))
print(depthwise_conv(x, f).shape)
print(depthwise_conv(x, f, bias=np.array([0.1, -0.2, 0.3]), stride=2))
