import numpy as np

def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    pool_height = pool_param['pool_height']
    pool_width = pool_param['pool_width']
    stride = pool_param['stride']

    H_prime = 1 + (H - pool_height) // stride
    W_prime = 1 + (W - pool_width) // stride
    out = np.zeros((N, C, H_prime, W_prime))

    for i in range(H_prime):
        for j in range(W_prime):
            h1 = i * stride
            h2 = i * stride + pool_height
            w1 = j * stride
            w2 = j * stride + pool_height
            window = x[:, :, h1:h2, w1:w2]
            out[:, :, i, j] = np.max(window, axis=(2, 3))

    cache = (x, pool_param)
    return out, cache

x_shape = (2, 3, 4, 4)
x = np.linspace(-0.3, 0.4, num=np.prod(x_shape)).reshape(x_shape)
pool_param = {'pool_width': 2, 'pool_height': 1, 'stride': 2}
out, _ = max_pool_forward_naive(x, pool_param)
print(out)
