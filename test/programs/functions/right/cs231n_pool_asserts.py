from builtins import range
import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    HP, WP, S = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    assert (H - HP) % S == 0 and (W - WP) % S == 0, "windows must cover the input"
    H_out = 1 + (H - HP) // S
    W_out = 1 + (W - WP) // S
    out = np.zeros((N, C, H_out, W_out))
    for n in range(N):
        for i in range(H_out):
            for j in range(W_out):
                window = x[n, :, i * S:i * S + HP, j * S:j * S + WP]
                out[n, :, i, j] = np.max(window, axis=(1, 2))
    cache = (x, pool_param)
    return out, cache

np.random.seed(231)
x = np.random.randn(2, 3, 4, 6)
pool_param = {"pool_width": 2, "pool_height": 2, "stride": 2}
out, cache = max_pool_forward_naive(x, pool_param)
