import numpy as np

def max_pool_ceil(x, k, s):
    """ceil mode: incomplete windows at the border are used too (k >= s); x (H, W)"""
    oh = -(-(x.shape[0] - k) // s) + 1
    ow = -(-(x.shape[1] - k) // s) + 1
    return np.array([[x[i * s:i * s + k, j * s:j * s + k].max() for j in range(ow)] for i in range(oh)])

x = np.random.RandomState(3).rand(6, 7)
print(max_pool_ceil(x, 3, 2))
