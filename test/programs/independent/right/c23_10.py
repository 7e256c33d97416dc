import numpy as np

def integral_image(a):
    s = np.zeros((a.shape[0] + 1, a.shape[1] + 1))
    s[1:, 1:] = a.cumsum(axis=0).cumsum(axis=1)
    return s

def avg_pool_integral(a, k, stride):
    """Average pooling of one channel with summed-area table."""
    s = integral_image(a)
    top = np.arange(0, a.shape[0] - k + 1, stride)[:, None]
    left = np.arange(0, a.shape[1] - k + 1, stride)[None, :]
    total = s[top + k, left + k] - s[top, left + k] - s[top + k, left] + s[top, left]
    return total / k ** 2

def avg_pool_backward(dy, shape, k, stride):
    dx = np.zeros(shape)
    for (i, j), g in np.ndenumerate(dy):
        dx[i * stride:i * stride + k, j * stride:j * stride + k] += g / k ** 2
    return dx

m = np.arange(35).reshape(5, 7)
print(avg_pool_integral(m, 3, 2))
print(avg_pool_backward(np.ones((2, 3)), (5, 7), 3, 2))
