import numpy as np

def zero_pad(X, pad):
    """
    X   -- images, numpy array of shape (m, n_H, n_W, n_C)
    pad -- number of zeros around each image
    Returns array of shape (m, n_H + 2*pad, n_W + 2*pad, n_C)
    """
    X_pad = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)), 'edge')
    return X_pad

np.random.seed(1)
x = np.random.randn(4, 3, 3, 2)
x_pad = zero_pad(x, 2)
print("x.shape =\n", x.shape)
print("x_pad.shape =\n", x_pad.shape)
print("x_pad[1,1] =\n", x_pad[1, 1])
