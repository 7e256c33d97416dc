import numpy as np

def depthwise_conv(x, w):
    """x: (H, W, C)   w: (kh, kw, C)   'VALID', stride 1"""
    H, W, C = x.shape
    kh, kw, _ = w.shape
    oh, ow = H - kh + 1, W - kw + 1
    y = np.zeros((oh, ow, C))
    for i in range(oh):
        for j in range(ow):
            patch = x[i:i + kh, j:j + kw]
            y[i, j] = np.sum(patch * w)
    return y

np.random.seed(8)
img = np.random.rand(6, 5, 3)
ker = np.random.randn(3, 2, 3)
res = depthwise_conv(img, ker)
print(res.shape)
print(res[..., 0])
