import numpy as np

def avg_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    H_out, W_out = 1 + (H - ph) // s, 1 + (W - pw) // s
    out = np.zeros((N, C, H_out, W_out))
    for n in range(N):
        for c in range(C):
            for i in range(H_out):
                for j in range(W_out):
                    out[n, c, i, j] = np.average(x[n, c, i*s:i*s+ph, j*s:j*s+pw])
    return out, (x, pool_param)

def avg_pool_backward_naive(dout, cache):
    x, pool_param = cache
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    N, C, H_out, W_out = dout.shape
    dx = np.zeros(x.shape)
    share = dout / (ph * pw)
    for i in range(H_out):
        for j in range(W_out):
            dx[:, :, i*s:i*s+ph, j*s:j*s+pw] += share[:, :, i:i+1, j:j+1]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
out, cache = avg_pool_forward_naive(x, {'pool_height': 2, 'pool_width': 2, 'stride': 2})
print(out[0, 0], avg_pool_backward_naive(out, cache)[0, 0])
