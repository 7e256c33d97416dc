import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def conv_nhwc(images, filters, bias, stride=1):
    """images (N, H, W, C), filters (KH, KW, C, F), square stride, VALID padding."""
    kh, kw = filters.shape[:2]
    win = sliding_window_view(images, (kh, kw), axis=(1, 2))
    win = win[:, ::stride]
    out = np.einsum('nxycij,ijcf->nxyf', win, filters)
    return out + bias


rs = np.random.RandomState(9)
images = rs.randn(2, 8, 7, 3)
filters = rs.randn(3, 2, 3, 5)
bias = rs.randn(5)
print(conv_nhwc(images, filters, bias).shape)
print(conv_nhwc(images, filters, bias, stride=2).sum())
