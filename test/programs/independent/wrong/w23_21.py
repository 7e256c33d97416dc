import numpy as np


def conv_layer(x, filters, bias, stride=1):
    n_filters, channels, kh, kw = filters.shape
    c, h, w = x.shape
    assert c == channels
    out_h = (h - kh) // stride + 1
    out_w = (w - kw) // stride + 1
    feature_maps = np.zeros((n_filters, out_h, out_w))
    for k in range(n_filters):
        for ch in range(channels):
            for i in range(out_h):
                for j in range(out_w):
                    total = 0.0
                    for u in range(kh):
                        for v in range(kw):
                            total += x[ch, i * stride + u, j * stride + v] * filters[k, ch, u, v]
                    feature_maps[k, i, j] += total
            feature_maps[k] += bias[k]
    return feature_maps


np.random.seed(42)
image = np.random.rand(3, 6, 6)
filters = np.random.randn(2, 3, 3, 3)
bias = np.array([0.5, -0.5])
maps = conv_layer(image, filters, bias, stride=1)
print(maps.shape)
print(maps[0])
