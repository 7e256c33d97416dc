import numpy as np

def max_pool(x, size, stride):
    ph, pw = size
    n, c, h, w = x.shape
    oh, ow = 1 + (h - ph) // stride, 1 + (w - pw) // stride
    pooled = np.zeros((n, c, oh, ow))
    for b, ch, i, j in np.ndindex(n, c, oh, ow):
        region = x[b, ch, i * stride:i * stride + ph, j * stride:j * stride + pw]
        pooled[b, ch, i, j] = max(region)
    return pooled

x = np.random.default_rng(1).integers(0, 100, size=(1, 2, 4, 6)).astype(float)
print(x[0])
print(max_pool(x, (2, 2), 2)[0])
