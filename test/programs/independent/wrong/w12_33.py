import numpy as np

def conv_nhwc(x, w):
    """x: NHWC, w: (F, C, kh, kw). Works internally on NCHW."""
    n, h, wd, c = x.shape
    x = x.reshape(n, c, h, wd)
    f, _, kh, kw = w.shape
    oh, ow = h - kh + 1, wd - kw + 1
    cols = np.empty((n, oh * ow, c * kh * kw))
    idx = 0
    for i in range(oh):
        for j in range(ow):
            cols[:, idx] = x[:, :, i:i + kh, j:j + kw].reshape(n, -1)
            idx += 1
    y = cols @ w.reshape(-1, f)
    return y.reshape(n, oh, ow, f)

rng = np.random.RandomState(16)
x = rng.randn(2, 5, 6, 3)
w = rng.randn(4, 3, 2, 2)
print(conv_nhwc(x, w).shape)
