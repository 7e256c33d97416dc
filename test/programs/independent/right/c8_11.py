import numpy as np

def depthwise_separable(x, dw, pw):
    """x (N,H,W,C), dw (k,k,C), pw (C,F); 'same' padding, odd k, stride 1."""
    r = dw.shape[0] // 2
    xp = np.pad(x, [(0, 0), (r, r), (r, r), (0, 0)])
    H, W = x.shape[1:3]
    mid = 0
    for dy in range(-r, r + 1):
        for dx in range(-r, r + 1):
            mid = mid + xp[:, r + dy:r + dy + H, r + dx:r + dx + W] * dw[dy + r, dx + r]
    return mid @ pw

rng = np.random.default_rng(2)
x = rng.normal(size=(2, 5, 6, 3))
dw = rng.normal(size=(3, 3, 3))
pw = rng.normal(size=(3, 4))
print(depthwise_separable(x, dw, pw).shape)
