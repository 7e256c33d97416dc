import numpy as np

def max_pooling(feature_map, size=2, stride=2):
    """Max pooling of a (H, W, C) feature map."""
    H, W, C = feature_map.shape
    out_h = (H - size) // stride + 1
    out_w = (W - size) // stride + 1
    pooled = np.zeros((out_h, out_w, C))
    for ch in range(C):
        for r in range(out_h):
            for c in range(out_h):
                r0 = r * stride
                c0 = c * stride
                pooled[r, c, ch] = np.max(feature_map[r0:r0 + size, c0:c0 + size, ch])
    return pooled

def conv_layer(img, filters):
    n, k = filters.shape[0], filters.shape[1]
    H, W = img.shape
    maps = np.zeros((H - k + 1, W - k + 1, n))
    for q in range(n):
        for r in range(maps.shape[0]):
            for c in range(maps.shape[1]):
                maps[r, c, q] = np.sum(img[r:r + k, c:c + k] * filters[q])
    return maps

np.random.seed(42)
img = np.random.randn(8, 12)
filters = np.random.randn(2, 3, 3)
fm = np.maximum(conv_layer(img, filters), 0)
print(max_pooling(fm).shape)
print(max_pooling(fm))
