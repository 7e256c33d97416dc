import numpy as np


def unfold(images, kh, kw, step):
    n, c, h, w = images.shape
    oh, ow = (h - kh) // step + 1, (w - kw) // step + 1
    cols = np.zeros((n, oh, ow, c, kh, kw))
    for i in range(kh):
        for j in range(kw):
            cols[:, :, :, :, i, j] = images[:, :, i:i + step * oh:step, j:j + step * ow:step].transpose(0, 2, 3, 1)
    return cols.reshape(n * oh * ow, -1)


def fold(cols, shape, kh, kw, step):
    n, c, h, w = shape
    oh, ow = (h - kh) // step + 1, (w - kw) // step + 1
    images = np.zeros(shape)
    cols = cols.reshape(n, oh, ow, c, kh, kw)
    for i in range(oh):
        for j in range(ow):
            images[:, :, i * step:i * step + kh, j * step:j * step + kw] += cols[:, i, j]
    return images


def conv_backward_cols(dout, x, w, stride, pad):
    f, c, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    cols = unfold(xp, kh, kw, stride)
    g = dout.transpose(0, 2, 3, 1).reshape(-1, f)
    db = g.sum(axis=0)
    dw = (g.T @ cols).reshape(w.shape)
    dcols = g @ w.reshape(f, -1)
    dxp = fold(dcols, xp.shape, kh, kw, stride)
    h, wd = x.shape[2:]
    return dxp[:, :, pad:pad + h, pad:pad + wd], dw, db


np.random.seed(7)
x = np.random.randn(2, 3, 6, 5)
w = np.random.randn(4, 3, 3, 2)
dout = np.random.randn(2, 4, 6, 6)
dx, dw, db = conv_backward_cols(dout, x, w, 1, 1)
