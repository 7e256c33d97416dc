import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    pool_height, pool_width, stride = (pool_param[k] for k in ('pool_height', 'pool_width', 'stride'))
    H_out = 1 + (H - pool_height) // stride
    W_out = 1 + (W - pool_width) // stride
    out = np.full((N, C, H_out, W_out), -np.inf)
    for p in range(pool_height):
        for q in range(pool_width):
            out = np.maximum(out, x[:, :, p:p + stride * H_out:stride, q:q + stride * W_out:stride][:, :, :H_out, :W_out])
    cache = (x, pool_param)
    return out, cache

x_shape = (2, 3, 4, 4)
x = np.linspace(-0.3, 0.4, num=np.prod(x_shape)).reshape(x_shape)
pool_param = {'pool_width': 2, 'pool_height': 2, 'stride': 2}
out, _ = max_pool_forward_naive(x, pool_param)
print(out)
