import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def depthwise_conv2d(x, filters, stride=1):
    """
    x:       (batch, height, width, channels)
    filters: (kh, kw, channels, multiplier)
    Output channel c * multiplier + q is channel c filtered with filters[..., c, q].
    """
    kh, kw, channels, multiplier = filters.shape
    win = sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::stride, ::stride]
    y = np.einsum('byxcij,ijcq->byxqc', win, filters)
    return y.reshape(*y.shape[:3], channels * multiplier)


gen = np.random.default_rng(15)
picture = gen.random((1, 5, 6, 3))
print(depthwise_conv2d(picture, gen.random((3, 3, 3, 2)))[0, 0, 0])
print(depthwise_conv2d(picture, gen.random((3, 3, 3, 1)), stride=2).shape)
