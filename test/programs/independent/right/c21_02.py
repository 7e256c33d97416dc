import numpy as np


def true_convolution(x, k):
    """Mathematical convolution (the kernel IS flipped), 'valid' part."""
    kh, kw = k.shape
    y = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(y.shape[0]):
        for j in range(y.shape[1]):
            for u in range(kh):
                for v in range(kw):
                    y[i, j] += x[i + kh - 1 - u, j + kw - 1 - v] * k[u, v]
    return y


def true_convolution_grad(dy, x, k):
    dx = np.zeros(x.shape)
    dk = np.zeros(k.shape)
    kh, kw = k.shape
    for i in range(dy.shape[0]):
        for j in range(dy.shape[1]):
            for u in range(kh):
                for v in range(kw):
                    r, c = i + kh - 1 - u, j + kw - 1 - v
                    dx[r, c] += dy[i, j] * k[u, v]
                    dk[u, v] += dy[i, j] * x[r, c]
    return dx, dk


x = np.arange(20.0).reshape(4, 5)
k = np.array([[1.0, 2.0], [0.0, -1.0]])
y = true_convolution(x, k)
print(y)
print(*true_convolution_grad(np.ones_like(y), x, k), sep="\n")
