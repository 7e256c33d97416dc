import numpy as np

def max_pool_forward_naive(x, pool_param):
    """
    A naive implementation of the forward pass for a max-pooling layer.
    - x: Input data, of shape (N, C, H, W)
    - pool_param: dictionary with 'pool_height', 'pool_width', 'stride'
    """
    N, C, H, W = x.shape
    HH = pool_param['pool_height']
    WW = pool_param['pool_height']
    stride = pool_param['stride']
    H_out = 1 + (H - HH) // stride
    W_out = 1 + (W - WW) // stride
    out = np.zeros((N, C, H_out, W_out))
    for n in range(N):
        for c in range(C):
            for i in range(H_out):
                for j in range(W_out):
                    region = x[n, c, i * stride:i * stride + HH, j * stride:j * stride + WW]
                    out[n, c, i, j] = region[0].max()
    cache = (x, pool_param)
    return out, cache

x = np.linspace(-0.3, 0.4, num=2 * 3 * 6 * 8).reshape((2, 3, 6, 8))
out, _ = max_pool_forward_naive(x, {'pool_height': 2, 'pool_width': 3, 'stride': 2})
print(out.shape)
print(out[0])
