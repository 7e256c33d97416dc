import numpy as np

def max_pool_forward_naive(x, pool_param):
    """
    A naive implementation of the forward pass for a max-pooling layer.
    Only windows that lie completely inside the image are used.

    Inputs:
    - x: Input data, of shape (N, C, H, W)
    - pool_param: dictionary with 'pool_height', 'pool_width', 'stride'
    """
    HH, WW = pool_param['pool_height'], pool_param['pool_width']
    stride = pool_param['stride']
    N, C, H, W = x.shape
    H_out = 1 + round((H - HH) / stride)
    W_out = 1 + round((W - WW) / stride)

    out = np.zeros((N, C, H_out, W_out))
    for r in range(H_out):
        for s in range(W_out):
            win = x[:, :, r*stride:r*stride+HH, s*stride:s*stride+WW]
            out[:, :, r, s] = win.max(axis=(2, 3))
    cache = (x, pool_param)
    return out, cache


x_shape = (2, 3, 5, 5)
x = np.linspace(-0.3, 0.4, num=np.prod(x_shape)).reshape(x_shape)
out, _ = max_pool_forward_naive(x, {'pool_height': 2, 'pool_width': 2, 'stride': 2})
print(out.shape)
print(out)
