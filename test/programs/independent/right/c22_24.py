import numpy as np

def max_pool_forward_reshape(x, size):
    """Tiles of size x size, H and W divisible by size (N, C, H, W)."""
    N, C, H, W = x.shape
    assert H % size == 0 and W % size == 0
    x_reshaped = x.reshape(N, C, H // size, size, W // size, size)
    out = x_reshaped.max(axis=3).max(axis=4)
    return out, (x, x_reshaped, out)

def max_pool_backward_reshape(dout, cache):
    """Upstream gradient is shared equally between tied maxima."""
    x, x_reshaped, out = cache
    dx_reshaped = np.zeros_like(x_reshaped)
    out_newaxis = out[:, :, :, np.newaxis, :, np.newaxis]
    mask = (x_reshaped == out_newaxis)
    dout_newaxis = dout[:, :, :, np.newaxis, :, np.newaxis]
    dout_broadcast, _ = np.broadcast_arrays(dout_newaxis, dx_reshaped)
    dx_reshaped[mask] = dout_broadcast[mask]
    dx_reshaped /= np.sum(mask, axis=(3, 5), keepdims=True)
    return dx_reshaped.reshape(x.shape)

np.random.seed(24)
x = np.random.randn(2, 2, 4, 6)
out, cache = max_pool_forward_reshape(x, 2)
dx = max_pool_backward_reshape(np.random.randn(*out.shape), cache)
print(out[0, 0])
print(dx[0, 0])
