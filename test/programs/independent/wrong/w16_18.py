import itertools
import numpy as np

def max_pool_batch(batch, size, stride):
    """batch: (N, H, W) -> (N, OH, OW)"""
    n, h, w = batch.shape
    oh = (h - size) // stride + 1
    ow = (w - size) // stride + 1
    places = itertools.product(range(oh), range(ow))
    pooled = np.zeros((n, oh, ow))
    for idx, image in enumerate(batch):
        for r, c in places:
            top, left = r * stride, c * stride
            pooled[idx, r, c] = image[top:top + size, left:left + size].max()
    return pooled

rng = np.random.default_rng(33)
data = rng.integers(-9, 10, size=(3, 5, 6)).astype(float)
print(max_pool_batch(data, 2, 2))
print(max_pool_batch(data, 3, 1).shape)
