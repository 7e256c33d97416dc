import numpy as np
from itertools import product

def sliding(shape, k, s):
    yield from product(range(0, shape[0] - k + 1, s), range(0, shape[1] - k + 1, s))

def pooling(feature_map, k=2, s=2, op=np.max):
    """feature_map (H, W, C)"""
    H, W, C = feature_map.shape
    result = [op(feature_map[r:r + k, q:q + k], axis=(0, 1)) for r, q in sliding((H, W), k, s)]
    return np.reshape(result, ((H - k) // s + 1, (W - k) // s + 1, C))

fm = np.arange(60).reshape(4, 5, 3) % 11
print(pooling(fm).shape, pooling(fm, 3, 1, np.mean)[..., 0], pooling(fm, 2, 1, np.sum)[..., 2], sep='\n')
