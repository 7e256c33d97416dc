import numpy as np

def depthwise_separable(x, dw, pw):
    """x (H, W, C), dw (k, k, C), pw (C, M): depthwise 'valid' step, then 1x1 mixing."""
    k = dw.shape[0]
    h, w, c = x.shape
    mid = np.zeros((h - k + 1, w - k + 1, c))
    for i in range(mid.shape[0]):
        for j in range(mid.shape[1]):
            mid[i, j] = np.sum(x[i:i + k, j:j + k] * dw)
    return mid @ pw

gen = np.random.default_rng(8)
x = gen.normal(size=(5, 6, 3))
print(depthwise_separable(x, gen.normal(size=(3, 3, 3)), gen.normal(size=(3, 2))).shape)
