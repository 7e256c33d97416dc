import numpy as np

def overlapping_max_pool(x, z=3, s=2):
    """AlexNet pooling: windows of z x z every s < z pixels, NCHW"""
    oh = (x.shape[2] - z) // s + 1
    ow = (x.shape[3] - z) // s + 1
    best = np.full(x.shape[:2] + (oh, ow), -np.inf)
    for u in range(z):
        for v in range(z):
            best = np.maximum(best, x[:, :, u:u + s * (oh - 1) + 1:s, v:v + s * (ow - 1) + 1:s])
    return best

def min_pool(x, z=3, s=2):
    return -overlapping_max_pool(-x, z, s)

np.random.seed(23)
x = np.random.randn(1, 2, 7, 9)
print(overlapping_max_pool(x))
print(min_pool(x).shape)
