import numpy as np

def depthwise_separable(x, dw, pw):
    """x (H, W, C) ; dw (k, k, C) ; pw (C, D). VALID, stride 1."""
    k = dw.shape[0]
    H, W, C = x.shape
    mid = np.zeros((H - k + 1, W - k + 1, C))
    for i in range(-k, 0):
        for j in range(-k, 0):
            mid += x[i + k:H + 1 + i, j + k:W + 1 + j] * dw[i, j]
    return mid @ pw

rng = np.random.default_rng(10)
x = rng.normal(size=(6, 5, 3))
dw = rng.normal(size=(3, 3, 3))
pw = rng.normal(size=(3, 4))
out = depthwise_separable(x, dw, pw)
print(out.shape, out.sum())
