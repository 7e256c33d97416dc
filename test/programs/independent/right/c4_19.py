import numpy as np

def conv(x, w, b, stride=1, padding=0):
    n, c, h, wd = x.shape
    o, _, kh, kw = w.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = (h + 2 * padding - kh) // stride + 1, (wd + 2 * padding - kw) // stride + 1
    y = np.zeros((n, o, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = np.tensordot(x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw], w, ([1, 2, 3], [1, 2, 3])) + b
    return y

def grouped_conv(x, w, b, groups, stride=1, padding=0):
    """split channels and filters, convolve, concatenate"""
    xs = np.split(x, groups, axis=1)
    ws = np.split(w, groups, axis=0)
    bs = np.split(b, groups)
    return np.concatenate([conv(xg, wg, bg, stride, padding) for xg, wg, bg in zip(xs, ws, bs)], axis=1)

np.random.seed(6)
x = np.random.randn(2, 4, 5, 5)
w = np.random.randn(6, 2, 3, 3)
b = np.random.randn(6)
print(grouped_conv(x, w, b, groups=2, padding=1).shape)
print(grouped_conv(x, w, b, groups=2, stride=2)[0, :, 0, 0])
