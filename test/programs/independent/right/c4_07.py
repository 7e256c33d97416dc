import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = [pool_param[k] for k in ('pool_height', 'pool_width', 'stride')]
    H2, W2 = 1 + (H - ph) // s, 1 + (W - pw) // s
    out = np.zeros((N, C, H2, W2))
    for n in range(N):
        for c in range(C):
            for i in range(H2):
                for j in range(W2):
                    out[n, c, i, j] = np.amax(x[n, c, i*s:i*s+ph, j*s:j*s+pw])
    return out, (x, pool_param)

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    ph, pw, s = [pool_param[k] for k in ('pool_height', 'pool_width', 'stride')]
    dx = np.zeros_like(x)
    _, _, H2, W2 = dout.shape
    for n in range(N):
        for c in range(C):
            for i in range(H2):
                for j in range(W2):
                    # index of the max in the flattened window
                    ind = np.argmax(x[n, c, i*s:i*s+ph, j*s:j*s+pw])
                    dx[n, c, i*s + ind // pw, j*s + ind % pw] += dout[n, c, i, j]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
dout = np.random.randn(3, 2, 6, 6)
pool_param = {'pool_height': 3, 'pool_width': 3, 'stride': 1}
out, cache = max_pool_forward_naive(x, pool_param)
dx = max_pool_backward_naive(dout, cache)
print(out.shape, dx.shape)
print(dx[0, 0, :3])
