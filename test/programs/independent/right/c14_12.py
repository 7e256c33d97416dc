import numpy as np

def conv(x, w, s):
    kh, kw = w.shape[2:]
    oh, ow = (x.shape[2] - kh) // s + 1, (x.shape[3] - kw) // s + 1
    y = np.zeros((x.shape[0], w.shape[0], oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = np.tensordot(x[:, :, i * s:i * s + kh, j * s:j * s + kw], w, ([1, 2, 3], [1, 2, 3]))
    return y

def grouped_conv(x, w, groups=1, stride=1):
    """split channels, convolve each part with its own filters, glue together"""
    parts = zip(np.split(x, groups, axis=1), np.split(w, groups, axis=0))
    return np.concatenate([conv(xi, wi, stride) for xi, wi in parts], axis=1)

np.random.seed(12)
x = np.random.randn(2, 6, 5, 6)
w = np.random.randn(9, 2, 3, 3)
print(grouped_conv(x, w, groups=3).shape)
print(grouped_conv(x, w, groups=3, stride=2)[1])
