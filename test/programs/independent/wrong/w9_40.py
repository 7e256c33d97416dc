import numpy as np

def max_pool_shifts(x, k, s):
    """Max pooling by comparing k*k shifted, subsampled copies of x (N, C, H, W)."""
    oh = (x.shape[2] - k) // s + 1
    ow = (x.shape[3] - k) // s + 1
    cut = lambda a, b: x[:, :, a:a + (oh - 1) * s + 1:s, b:b + (ow - 1) * s + 1:s]
    best = cut(0, 0)
    for a in range(k):
        for b in range(k):
            np.maximum(best, cut(a, b), out=best)
    return best

x = np.random.RandomState(19).randn(1, 2, 7, 7)
print(max_pool_shifts(x, 3, 2)[0])
print(max_pool_shifts(x, 2, 1).shape)
