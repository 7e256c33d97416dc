import numpy as np

def avg_pool_backward(dout, cache):
    x, pool_param = cache
    ph, pw, s = pool_param['pool_height'], pool_param['pool_width'], pool_param['stride']
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            share = dout[:, :, i, j][:, :, None, None] / (ph * pw)
            dx[:, :, i * s:i * s + ph, j * s:j * s + pw] += share
    return dx

rng = np.random.RandomState(3)
x = rng.randn(2, 3, 6, 7)
dx = avg_pool_backward(rng.randn(2, 3, 3, 3), (x, {'pool_height': 2, 'pool_width': 2, 'stride': 2}))
