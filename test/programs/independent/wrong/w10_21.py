import numpy as np

def mean_pool(x, size, stride=None):
    """x: H x W x C"""
    stride = stride or size
    height, width, depth = x.shape
    tops = range(0, height - size + 1, stride)
    lefts = range(0, width - size + 1, stride)
    out = np.zeros((len(tops), len(lefts), depth))
    for (i, top), (j, left) in zip(enumerate(tops), enumerate(lefts)):
        out[i, j] = x[top:top + size, left:left + size].mean(axis=(0, 1))
    return out

rng = np.random.default_rng(9)
x = rng.integers(0, 10, size=(6, 8, 2)).astype(float)
print(mean_pool(x, 2)[..., 0])
print(mean_pool(x, 3, stride=1)[..., 1])
