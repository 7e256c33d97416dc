import numpy as np

def conv_channels_last(x, w, stride):
    n, h, wd, _ = x.shape
    kh, kw, _, f = w.shape
    oh = (h - kh) // stride + 1
    ow = (wd - kw) // stride + 1
    y = np.zeros((n, oh, ow, f))
    for r in range(oh):
        for c in range(ow):
            patch = x[:, r*stride:r*stride+kh, c*stride:c*stride+kw, :]
            y[:, r, c, :] = patch.reshape(n, -1) @ w.reshape(-1, f)
    return y

def conv_nchw(x, w, stride=1):
    """x (N,C,H,W) and w (kh,kw,C,F); result (N,F,H',W')"""
    x_last = np.swapaxes(x, 1, 3)
    y = conv_channels_last(x_last, w, stride)
    return np.moveaxis(y, 3, 1)

rng = np.random.default_rng(17)
x = rng.standard_normal((2, 3, 5, 5))
w = rng.standard_normal((3, 3, 3, 4))
print(conv_nchw(x, w).shape)
print(conv_nchw(x, w, stride=2)[0, 0])
