import numpy as np

def max_pool_forward_naive(x, pool_param):
    """
    - pool_param: dictionary with the following keys:
      - 'pool_height': The height of each pooling region
      - 'pool_width': The width of each pooling region
      - 'stride': The distance between adjacent pooling regions
    """
    ph = pool_param.get('pool_height', 2)
    pw = pool_param.get('pool_width', 2)
    s = pool_param.get('strides', 1)
    N, C, H, W = x.shape
    Hp = 1 + (H - ph) // s
    Wp = 1 + (W - pw) // s
    out = np.zeros((N, C, Hp, Wp))
    for r in range(Hp):
        for c in range(Wp):
            out[:, :, r, c] = np.amax(x[:, :, r*s:r*s+ph, c*s:c*s+pw], axis=(2, 3))
    cache = (x, pool_param)
    return out, cache

x_shape = (2, 3, 4, 4)
x = np.linspace(-0.3, 0.4, num=np.prod(x_shape)).reshape(x_shape)
out, _ = max_pool_forward_naive(x, {'pool_width': 2, 'pool_height': 2, 'stride': 2})
print(out.shape)
print(out)
