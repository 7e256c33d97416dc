import numpy as np

def my_conv(x, w, b, stride, pad):
    n, c, h, v = x.shape
    f, _, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oy = np.arange((h + 2 * pad - kh) // stride + 1) * stride
    ox = np.arange((v + 2 * pad - kw) // stride + 1) * stride
    yy = oy[:, None, None, None] + np.arange(kh)[None, None, :, None]
    xx = ox[None, :, None, None] + np.arange(kw)[None, None, None, :]
    patches = xp[:, :, yy, xx]                 # n, c, oh, ow, kh, kw
    flat = patches.transpose(0, 2, 3, 1, 4, 5).reshape(n, len(oy), len(ox), -1)
    return (flat @ w.reshape(f, -1).T + b).transpose(0, 3, 1, 2)

np.random.seed(30)
print(my_conv(np.random.randn(2, 2, 6, 5), np.random.randn(3, 2, 3, 3), np.zeros(3), 2, 1).shape)
