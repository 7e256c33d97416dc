import numpy as np

def conv_shift(image, filt, stride=1):
    """for every tap of the filter: shifted image times weight, added up"""
    H, W, C = image.shape
    kh, kw, _, F = filt.shape
    oh = (H - kh) // stride + 1
    ow = (W - kw) // stride + 1
    acc = np.zeros((oh, ow, F))
    for dy in range(kh):
        for dx in range(kw):
            shifted = image[dy:dy + (oh - 1) * stride + 1:stride, dx:dx + (ow - 1) * stride + 1:stride]
            acc += shifted @ filt[dy, dx]       # (oh, ow, C) @ (C, F)
    return acc

np.random.seed(14)
im = np.random.randn(6, 7, 3)
f = np.random.randn(3, 3, 3, 2)
print(conv_shift(im, f)[..., 0])
print(conv_shift(im, f, stride=2)[..., 1])
