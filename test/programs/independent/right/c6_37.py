import numpy as np

def min_pool(x, k, s):
    return -max_pool(-x, k, s)

def max_pool(x, k, s):
    H, W = x.shape
    out = []
    for i in range(0, H - k + 1, s):
        out.append([])
        for j in range(0, W - k + 1, s):
            out[-1].append(x[i:i + k, j:j + k].max())
    return np.array(out)

def l2_pool(x, k, s):
    "square root of the sum of squares (L2 pooling)"
    H, W = x.shape
    return np.array([[np.sqrt((x[i:i + k, j:j + k] ** 2).sum()) for j in range(0, W - k + 1, s)] for i in range(0, H - k + 1, s)])

t = np.array([[4., -1., 2., 0.], [3., 3., -5., 1.], [0., 6., 2., 2.], [-2., 1., 7., -3.]])
print("min", min_pool(t, 2, 2))
print("max", max_pool(t, 2, 2))
print("l2", l2_pool(t, 3, 1))
