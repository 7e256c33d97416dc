import numpy as np


def max_pool_forward_reshape(x, pool_param):
    """Fast path: square tiling windows only."""
    k = pool_param['pool_height']
    N, C, H, W = x.shape
    x_reshaped = x.reshape(N, C, H // k, k, W // k, k)
    out = x_reshaped.max(axis=3).max(axis=3)
    cache = (x, x_reshaped, out)
    return out, cache


def max_pool_backward_reshape(dout, cache):
    x, x_reshaped, out = cache
    dx_reshaped = np.zeros_like(x_reshaped)
    out_newaxis = x_reshaped.max(axis=(3, 5))[:, :, :, np.newaxis, :, np.newaxis]
    mask = (x_reshaped == out_newaxis)
    dout_newaxis = dout[:, :, :, np.newaxis, :, np.newaxis]
    dout_broadcast, _ = np.broadcast_arrays(dout_newaxis, dx_reshaped)
    dx_reshaped[mask] = dout_broadcast[mask]
    dx_reshaped /= np.sum(mask, axis=(1, 3, 5), keepdims=True)
    dx = dx_reshaped.reshape(x.shape)
    return dx


np.random.seed(11)
x = np.random.randn(2, 3, 4, 4)
out, cache = max_pool_forward_reshape(x, {'pool_height': 2, 'pool_width': 2, 'stride': 2})
dout = np.random.randn(2, 3, 2, 2)
dx = max_pool_backward_reshape(dout, cache)
print(out.shape)
print(dx[0, 0])
