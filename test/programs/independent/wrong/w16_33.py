import numpy as np

def col2im(col, input_shape, kh, kw, stride=1, pad=0):
    """Scatter columns (N*oh*ow, C*kh*kw) back onto an image, summing overlaps."""
    n, c, h, w = input_shape
    oh = (h + 2 * pad - kh) // stride + 1
    ow = (w + 2 * pad - kw) // stride + 1
    blocks = col.reshape(n, oh, ow, c, kh, kw)
    img = np.zeros((n, c, h + 2 * pad, w + 2 * pad))
    for i in range(oh):
        for j in range(ow):
            ys = slice(i * stride, i * stride + kh)
            xs = slice(j * stride, j * stride + kw)
            img[:, :, ys, xs] = blocks[:, i, j]
    return img[:, :, pad:pad + h, pad:pad + h]

rng = np.random.default_rng(55)
shape = (2, 2, 4, 6)
cols = rng.normal(size=(2 * 4 * 6, 2 * 9))
print(col2im(cols, shape, 3, 3, stride=1, pad=1)[0, 0])
