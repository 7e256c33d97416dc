import numpy as np

def max_pool_forward_naive(x, pool_param):
    PH, PW, S = (pool_param[k] for k in ('pool_height', 'pool_width', 'stride'))
    N, C, H, W = x.shape
    oh = 1 + (H - PH) // S
    ow = 1 + (W - PW) // S
    out = np.zeros((N, C, oh, ow))
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                out[n, :, i, j] = np.max(x[n, :, i*S:i*S+PH, j*S:j*S+PW], axis=(-1, -2))
    cache = (x, pool_param)
    return out, cache

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    PH, PW, S = (pool_param[k] for k in ('pool_height', 'pool_width', 'stride'))
    dx = np.zeros_like(x)
    N, C, oh, ow = dout.shape
    for n in range(N):
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    patch = x[n, c, i*S:i*S+PH, j*S:j*S+PW]
                    pos = np.argmax(patch)          # first maximum wins
                    dx[n, c, i*S + pos // PW, j*S + pos % PW] += dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
pool_param = {'pool_height': 2, 'pool_width': 2, 'stride': 2}
out, cache = max_pool_forward_naive(x, pool_param)
dx = max_pool_backward_naive(np.random.randn(3, 2, 4, 4), cache)
print(out[0, 0]); print(dx[0, 0])
