import numpy as np

def maxpool_nhwc(feature_map, size=2, stride=None):
    stride = size if stride is None else stride
    windows = np.lib.stride_tricks.sliding_window_view(feature_map, (size, size), axis=(1, 2))
    # (batch, rows, columns, channels, size, size)
    windows = windows[..., ::stride, ::stride]
    pooled = windows.max(axis=(4, 5))
    return pooled

fm = np.random.default_rng(19).integers(0, 50, size=(1, 6, 6, 2)).astype(float)
print(fm[0, :, :, 0])
print(maxpool_nhwc(fm)[0, :, :, 0])
print(maxpool_nhwc(fm, 3, 2)[0, :, :, 1])
