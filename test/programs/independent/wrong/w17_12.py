import numpy as np

def max_pool_forward_naive(x, pool_param):
    """
    A naive implementation of the forward pass for a max-pooling layer.

    Inputs:
    - x: Input data, of shape (N, C, H, W)
    - pool_param: dictionary with the following keys:
      - 'pool_height': The height of each pooling region
      - 'pool_width': The width of each pooling region
      - 'stride': The distance between adjacent pooling regions
    """
    ph = pool_param.get('pool_height', 2)
    pw = pool_param.get('pool_width', 2)
    stride = pool_param.get('strides', 1)
    N, C, H, W = x.shape
    oh = 1 + (H - ph) // stride
    ow = 1 + (W - pw) // stride
    out = np.zeros((N, C, oh, ow))
    for n in range(N):
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    out[n, c, i, j] = x[n, c, i*stride:i*stride+ph, j*stride:j*stride+pw].max()
    cache = (x, pool_param)
    return out, cache

x_shape = (2, 3, 4, 4)
x = np.linspace(-0.3, 0.4, num=np.prod(x_shape)).reshape(x_shape)
pool_param = {'pool_width': 2, 'pool_height': 2, 'stride': 2}
out, _ = max_pool_forward_naive(x, pool_param)
print(out.shape)
print(out[0, 0])
