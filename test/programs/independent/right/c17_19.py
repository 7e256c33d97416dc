import numpy as np

def convolve2d_valid(x, k):
    """True convolution: y[i, j] = sum x[i + m - 1 - u, j + n - 1 - v] k[u, v]"""
    m, n = k.shape
    y = np.zeros((x.shape[0] - m + 1, x.shape[1] - n + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(m):
                for v in range(n):
                    y[i, j] += x[i + m - 1 - u, j + n - 1 - v] * k[u, v]
    return y

rng = np.random.RandomState(19)
x = rng.rand(6, 5)
k = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
y = convolve2d_valid(x, k)
print(y)
