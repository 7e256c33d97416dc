import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv2d_nhwc(x, w, b=None, strides=(1, 1), padding='VALID'):
    """TensorFlow conventions: x NHWC, w HWIO, 'SAME' pads more on the bottom/right"""
    kh, kw = w.shape[:2]
    sh, sw = strides
    if padding == 'SAME':
        oh = -(-x.shape[1] // sh)
        ow = -(-x.shape[2] // sw)
        ph = max((oh - 1) * sh + kh - x.shape[1], 0)
        pw = max((ow - 1) * sw + kw - x.shape[2], 0)
        x = np.pad(x, ((0, 0), (ph // 2, ph - ph // 2), (pw // 2, pw - pw // 2), (0, 0)))
    win = sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::sh, ::sw]   # N oh ow C kh kw
    y = np.einsum('nhwcij,ijcf->nhwf', win, w)
    return y if b is None else y + b

np.random.seed(3)
x = np.random.randn(1, 6, 7, 2)
w = np.random.randn(3, 3, 2, 4)
print(conv2d_nhwc(x, w, strides=(2, 2), padding='SAME').shape)
print(conv2d_nhwc(x, w)[0, 0, 0])
