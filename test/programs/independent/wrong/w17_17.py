import numpy as np

def max_pool2d(x, pool_size=(2, 2), stride=(2, 2), padding=(0, 0)):
    """Max pooling with padding as in PyTorch: (N, C, H, W) -> (N, C, H', W')"""
    kh, kw = pool_size
    sh, sw = stride
    ph, pw = padding
    N, C, H, W = x.shape
    xp = np.zeros((N, C, H + 2 * ph, W + 2 * pw))
    xp[:, :, ph:ph + H, pw:pw + W] = x

    H_out = (H + 2 * ph - kh) // sh + 1
    W_out = (W + 2 * pw - kw) // sw + 1
    y = np.empty((N, C, H_out, W_out))
    for i in range(H_out):
        hi = i * sh
        for j in range(W_out):
            wj = j * sh
            y[..., i, j] = xp[..., hi:hi + kh, wj:wj + kw].max(axis=(-2, -1))
    return y

np.random.seed(10)
x = np.random.randn(1, 2, 6, 6) - 2.0
print(max_pool2d(x, (3, 3), (1, 2), (1, 1)))
