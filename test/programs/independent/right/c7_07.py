import numpy as np

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    HH, WW, S = (pool_param[k] for k in ("pool_height", "pool_width", "stride"))
    _, _, H2, W2 = dout.shape
    dx = np.zeros_like(x)
    n, c = np.meshgrid(np.arange(N), np.arange(C), indexing="ij")
    for p in range(H2):
        for q in range(W2):
            win = x[:, :, p * S:p * S + HH, q * S:q * S + WW]
            arg = win.reshape(N, C, -1).argmax(-1)
            # one position per (n, c), hence no index appears twice here
            dx[n, c, p * S + arg // WW, q * S + arg % WW] += dout[:, :, p, q]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
dout = np.random.randn(3, 2, 4, 4)
dx = max_pool_backward_naive(dout, (x, {"pool_height": 2, "pool_width": 2, "stride": 2}))
print(dx.sum(), dout.sum())
