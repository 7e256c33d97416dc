import numpy as np

def max_pool_forward_naive(x, pool_param):
    """
    A naive implementation of the forward pass for a max-pooling layer.
    """
    out = None
    N, C, H, W = x.shape
    ph = pool_param['pool_height']
    pw = pool_param['pool_width']
    stride = pool_param['stride']
    H_out = 1 + (H - ph) // stride
    W_out = 1 + (W - pw) // stride
    out = np.zeros((N, C, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            top = i * stride
            left = j * pw
            out[:, :, i, j] = np.max(x[:, :, top:top+ph, left:left+pw], axis=(2, 3))
    cache = (x, pool_param)
    return out, cache

x_shape = (2, 3, 4, 4)
x = np.linspace(-0.3, 0.4, num=np.prod(x_shape)).reshape(x_shape)
pool_param = {'pool_width': 2, 'pool_height': 2, 'stride': 2}
out, _ = max_pool_forward_naive(x, pool_param)
print(out)   # difference should be on the order of e-8

# a second try with overlapping windows
pool_param = {'pool_width': 3, 'pool_height': 2, 'stride': 1}
out, _ = max_pool_forward_naive(np.random.RandomState(0).randn(1, 2, 4, 6), pool_param)
print(out.shape)
