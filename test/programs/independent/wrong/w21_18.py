import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def avgpool_nhwc(t, win, hop):
    """Average pooling, channels-last, any (wh, ww) window and (sh, sw) hop."""
    wh, ww = win
    sh, sw = hop
    v = sliding_window_view(t, (wh, ww), axis=(1, 2))
    v = v[:, ::sh, ::sw]
    return v.mean(axis=(2, 3))

t = np.arange(2 * 6 * 8 * 2, dtype=float).reshape(2, 6, 8, 2) ** 1.5
print(avgpool_nhwc(t, (2, 2), (2, 2)).shape)
print(avgpool_nhwc(t, (3, 2), (1, 2))[0, :, :, 1])
