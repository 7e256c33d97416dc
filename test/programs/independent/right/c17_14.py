import numpy as np

def depthwise_separable(x, dw, pw):
    """x (H, W, C), dw (kh, kw, C), pw (C, F); VALID only."""
    H, W, C = x.shape
    kh, kw = dw.shape[:2]
    mid = np.zeros((H - kh + 1, W - kw + 1, C))
    for ch in range(-C, 0):
        for i in range(mid.shape[0]):
            for j in range(mid.shape[1]):
                mid[i, j, ch] = np.vdot(x[i:i + kh, j:j + kw, ch], dw[..., ch])
    return mid @ pw

np.random.seed(14)
x = np.random.rand(6, 5, 3)
dw = np.random.randn(3, 2, 3)
pw = np.random.randn(3, 4)
y = depthwise_separable(x, dw, pw)
print(y.shape)
print(y[0, 0])
