import numpy as np


def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    HH, WW, S = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    H2 = (H - HH) // S + 1
    W2 = (W - WW) // S + 1
    out = np.zeros((N, C, H2, W2))
    for i in range(H2):
        for j in range(W2):
            region = x[:, :, i*S:i*S+HH, j*S:j*S+WW]
            out[:, :, i, j] = np.max(region, axis=(1, 2, 3))[:, None]
    return out, (x, pool_param)


x = np.random.RandomState(7).randn(2, 3, 6, 4)
out, cache = max_pool_forward_naive(x, {"pool_height": 2, "pool_width": 2, "stride": 2})
print(out)
