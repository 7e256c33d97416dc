import numpy as np

def box_average(x, k, s=1):
    """Average pooling in O(1) per window with a summed-area table. x: (N, C, H, W)"""
    N, C, H, W = x.shape
    table = np.zeros((N, C, H + 1, W + 1))
    table[:, :, 1:, 1:] = x.cumsum(axis=2).cumsum(axis=3)
    a = table[:, :, k:, k:]
    b = table[:, :, :-k, k:]
    c = table[:, :, k:, :-k]
    d = table[:, :, :-k, :-k]
    area_sum = a - b - c - d
    return area_sum[:, :, ::s, ::s] / (k * k)

rng = np.random.default_rng(28)
x = rng.uniform(-1, 1, size=(2, 2, 6, 7))
print(box_average(x, 2, 2)[0, 0])
print(box_average(x, 3).shape)
