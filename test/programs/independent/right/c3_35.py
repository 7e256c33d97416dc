import numpy as np

def conv_transpose2d(x, w, stride=1, padding=0):
    """Transposed convolution ("deconvolution"); w is (C_in, C_out, kh, kw)"""
    n, ci, h, wd = x.shape
    _, co, kh, kw = w.shape
    full = np.zeros((n, co, (h - 1) * stride + kh, (wd - 1) * stride + kw))
    for i in range(h):
        for j in range(wd):
            full[:, :, i*stride:i*stride+kh, j*stride:j*stride+kw] += np.einsum('nc,cokl->nokl', x[:, :, i, j], w)
    H, W = full.shape[2:]
    return full[:, :, padding:H - padding, padding:W - padding]

np.random.seed(77)
x = np.random.randn(1, 2, 3, 4)
w = np.random.randn(2, 3, 3, 3)
print(conv_transpose2d(x, w, stride=2, padding=1).shape)
print(conv_transpose2d(x, w, stride=2, padding=1)[0, 0])
