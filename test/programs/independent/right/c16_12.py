import numpy as np

def gap_forward(x):
    return np.einsum('nchw->nc', x) / (x.shape[2] * x.shape[3])

def gap_backward(dy, x):
    return dy[..., None, None] * np.full_like(x, 1.0 / x[0, 0].size)

x = np.random.default_rng(28).normal(size=(2, 3, 4, 5))
dy = np.arange(6.0).reshape(2, 3)
y, dx = gap_forward(x), gap_backward(dy, x)
print(y, dx.sum())
