import numpy as np

def conv_same(x, w, stride=1):
    """TensorFlow-style SAME padding (the odd pixel goes to the bottom/right), NHWC, HWIO."""
    n, h, wd, _ = x.shape
    kh, kw, _, co = w.shape
    oh, ow = -(-h // stride), -(-wd // stride)
    ph = max((oh - 1) * stride + kh - h, 0)
    pw = max((ow - 1) * stride + kw - wd, 0)
    xp = np.pad(x, ((0, 0), (ph // 2, ph - ph // 2), (pw // 2, pw - pw // 2), (0, 0)))
    y = np.empty((n, oh, ow, co))
    for r in range(oh):
        for c in range(ow):
            win = xp[:, r * stride:r * stride + kh, c * stride:c * stride + kw]
            y[:, r, c] = win.reshape(n, -1) @ w.reshape(-1, co)
    return y

rng = np.random.default_rng(23)
x = rng.normal(size=(2, 6, 7, 3))
w = rng.normal(size=(3, 3, 3, 4))
print(conv_same(x, w).shape, conv_same(x, w, 2).shape)
print(conv_same(x, rng.normal(size=(2, 2, 3, 1)), 1)[0, ..., 0])
