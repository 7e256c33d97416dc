import numpy as np

def unfold(x, kh, kw):
    oh, ow = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    return np.stack([np.stack([x[:, :, i:i+oh, j:j+ow] for j in range(kw)], -1) for i in range(kh)], -2)

def conv(x, w, b):
    return np.einsum('bchwij,fcij->bfhw', unfold(x, *w.shape[2:]), w) + b[None, :, None, None]

def conv_grad(x, w, dy):
    kh, kw = w.shape[2:]
    dw = np.einsum('bchwij,bfhw->fcij', unfold(x, kh, kw), dy)
    db = np.einsum('bfhw->f', dy)
    dyp = np.pad(dy, ((0, 0), (0, 0), (kh-1, kh-1), (kw-1, kw-1)))
    dx = np.einsum('bfhwij,fcij->bchw', unfold(dyp, kh, kw), w[:, :, ::-1, ::-1])
    return dx, dw, db

np.random.seed(5)
x, w, b = np.random.randn(2, 3, 6, 5), np.random.randn(4, 3, 3, 2), np.random.randn(4)
y = conv(x, w, b)
dx, dw, db = conv_grad(x, w, np.ones_like(y))
print(y.shape, dx.shape, dw.shape, db)
