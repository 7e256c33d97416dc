import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    out = np.zeros((N, C, 1 + (H - ph) // s, 1 + (W - pw) // s))
    for i, top in enumerate(range(0, H - ph + 1, s)):
        for j, left in enumerate(range(0, W - pw + 1, s)):
            out[:, :, i, j] = np.amax(x[:, :, top:top + ph, left:left + pw], axis=(-1, -2))
    return out, (x, pool_param)

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    dx = np.zeros_like(x)
    for k in range(dout.size):
        n, c, i, j = np.unravel_index(k, dout.shape)
        window = x[n, c, i * s:i * s + ph, j * s:j * s + pw]
        best = int(np.argmax(window))
        dx[n, c, i * s + best // pw, j * s + best % pw] += dout.flat[k]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 9)
param = {'pool_height': 2, 'pool_width': 3, 'stride': 2}
out, cache = max_pool_forward_naive(x, param)
dx = max_pool_backward_naive(np.random.randn(*out.shape), cache)
print(out[0, 0], dx[0, 0], sep="\n")
