import numpy as np

rng = np.random.default_rng(0)


def index_grid(C, H, W, k, s):
    oh, ow = (H - k) // s + 1, (W - k) // s + 1
    ch = np.repeat(np.arange(C), k * k)[:, None]
    rr = np.tile(np.repeat(np.arange(k), k), C)[:, None] + s * np.repeat(np.arange(oh), ow)[None]
    cc = np.tile(np.arange(k), k * C)[:, None] + s * np.tile(np.arange(ow), oh)[None]
    return ch, rr, cc


def im2col(img, k, s=1):
    """(C, H, W) -> (C*k*k, oh*ow)"""
    ch, rr, cc = index_grid(*img.shape, k, s)
    return img[ch, rr, cc]


def col2im(cols, shape, k, s=1):
    """adjoint of im2col: overlapping pixels add up"""
    image = np.zeros(shape)
    ch, rr, cc = index_grid(*shape, k, s)
    image[ch, rr, cc] += cols
    return image


img = rng.standard_normal((2, 5, 6))
cols = im2col(img, 3)
back = col2im(cols, img.shape, 3)
print(cols.shape, back.shape)
print(back[0])
