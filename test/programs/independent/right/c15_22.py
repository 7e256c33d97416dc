import numpy as np

def pointwise_conv(x, w, b):
    """1x1 convolution; x (N, C, H, W), w (F, C)"""
    return np.moveaxis(np.moveaxis(x, 1, -1) @ w.T + b, -1, 1)

r = np.random.RandomState(5)
print(pointwise_conv(r.rand(2, 3, 4, 5), r.rand(6, 3), r.rand(6)).shape)
