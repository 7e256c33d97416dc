import numpy as np

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    N, C, H, W = x.shape
    HH = pool_param['pool_height']
    WW = pool_param['pool_width']
    S = pool_param['stride']
    H_out = int(1 + (H - HH) / S)
    W_out = int(1 + (W - WW) / S)
    dx = np.zeros(x.shape)
    for n in range(N):
        for i in range(H_out):
            for j in range(W_out):
                region = x[n, :, i*S:i*S+HH, j*S:j*S+WW]
                m = np.max(region, axis=(0, 1, 2), keepdims=True)
                mask = (region == m)
                dx[n, :, i*S:i*S+HH, j*S:j*S+WW] += mask * dout[n, :, i, j][:, None, None]
    return dx

np.random.seed(231)
x = np.random.randn(3, 2, 8, 8)
dout = np.random.randn(3, 2, 4, 4)
pool_param = {'pool_height': 2, 'pool_width': 2, 'stride': 2}
dx = max_pool_backward_naive(dout, (x, pool_param))
print('dx mean', dx.mean())
print(dx[0, :, :2, :2])
