import numpy as np

def im2col_array(img, kernel, stride, pad):
    n, c, h, w = img.shape
    kh, kw = kernel
    sh, sw = stride
    ph, pw = pad
    oh = (h + 2 * ph - kh) // sh + 1
    ow = (w + 2 * pw - kw) // sw + 1
    img = np.pad(img, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    col = np.empty((n, c, kh, kw, oh, ow), dtype=img.dtype)
    for j in range(kh):
        for i in range(kw):
            col[:, :, j, i] = img[:, :, j:j + sh * oh:sh, i:i + sw * ow:sw]
    return col.transpose(0, 4, 5, 2, 3, 1).reshape(n * oh * ow, -1), oh, ow

def conv2d_simple(x, W, b=None, stride=(1, 1), pad=(0, 0)):
    n = x.shape[0]
    oc, c, kh, kw = W.shape
    col, oh, ow = im2col_array(x, (kh, kw), stride, pad)
    y = col @ W.reshape(oc, -1).T
    if b is not None:
        y = y + b
    return y.reshape(n, oh, ow, oc).transpose(0, 3, 1, 2)

rs = np.random.RandomState(42)
x = rs.randn(1, 3, 8, 6)
W = rs.randn(4, 3, 3, 2)
b = rs.randn(4)
print(conv2d_simple(x, W, b).shape)
print(conv2d_simple(x, W, b, stride=(2, 1), pad=(1, 0)).shape)
