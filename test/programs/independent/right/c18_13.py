import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def im2col_nhwc(x, kh, kw, step=1):
    """Rows: one per output position; columns ordered (kernel row, kernel column, channel)."""
    win = sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::step, ::step]
    n, oh, ow, c = win.shape[:4]
    return np.moveaxis(win, 3, -1).reshape(n * oh * ow, kh * kw * c)


def col2im_nhwc(cols, shape, kh, kw, step=1):
    """Adjoint of im2col_nhwc: overlapping entries are added up."""
    idx = np.arange(np.prod(shape)).reshape(shape)
    where = im2col_nhwc(idx, kh, kw, step)
    flat = np.bincount(where.ravel(), weights=cols.ravel(), minlength=idx.size)
    return flat.reshape(shape)


x = np.random.RandomState(1).rand(2, 4, 5, 3)
cols = im2col_nhwc(x, 2, 3)
print(cols.shape)
back = col2im_nhwc(cols, x.shape, 2, 3)
print(np.round(back[0, :, :, 0] / x[0, :, :, 0]))
g = np.random.RandomState(2).rand(*cols.shape)
# <cols, g> == <x, col2im(g)>
print(np.sum(cols * g), np.sum(x * col2im_nhwc(g, x.shape, 2, 3)))
