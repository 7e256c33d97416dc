import numpy as np

def conv(x, w, b=None, stride=1):
    n, c, h, wd = x.shape
    o, _, kh, kw = w.shape
    oh, ow = (h - kh) // stride + 1, (wd - kw) // stride + 1
    patches = np.empty((n, c, oh, ow, kh, kw), dtype=x.dtype)
    for i in range(kh):
        for j in range(kw):
            patches[..., i, j] = x[:, :, i:i + stride * oh:stride, j:j + stride * ow:stride]
    y = np.einsum('nchwij,ocji->nohw', patches, w)
    if b is not None:
        y += b.reshape(1, -1, 1, 1)
    return y

np.random.seed(10)
x = np.random.randn(2, 3, 7, 7)
w = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
y = conv(x, w, b, stride=2)
print(y.shape, y.mean())
