import numpy as np

def starts(n, k, s):
    return list(range(0, n - k + 1, s))

def windows(x, kh, kw, sh, sw):
    for i, top in enumerate(starts(x.shape[-2], kh, sh)):
        for j, left in enumerate(starts(x.shape[-1], kw, sw)):
            yield i, j, x[..., top:top + kh, left:left + kw]

def conv(x, w, b, stride=(1, 1), padding=(0, 0)):
    (ph, pw), (sh, sw) = padding, stride
    kh, kw = w.shape[-2:]
    x = np.pad(x, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    shape = (len(x), len(w), len(starts(x.shape[2], kh, sh)), len(starts(x.shape[3], kw, sw)))
    y = np.zeros(shape)
    for i, j, win in windows(x, kh, kw, sh, sw):
        y[..., i, j] = win.reshape(len(x), -1).dot(w.reshape(len(w), -1).T) + b
    return y

def pool(x, size, stride, reduce=np.max):
    kh, kw = size
    y = np.zeros(x.shape[:-2] + (len(starts(x.shape[-2], kh, stride)), len(starts(x.shape[-1], kw, stride))))
    for i, j, win in windows(x, kh, kw, stride, stride):
        y[..., i, j] = reduce(win, axis=(-2, -1))
    return y

np.random.seed(14)
x = np.random.randn(2, 3, 6, 8)
w = np.random.randn(4, 3, 3, 2)
y = conv(x, w, np.zeros(4), stride=(2, 1), padding=(1, 0))
print(y.shape, pool(y, (2, 3), 1).shape, pool(y, (3, 2), 2, np.mean).shape)
