import numpy as np

def conv1_forward(x, w, b):
    """x (N, C, L), w (F, C, K), b (F,), stride 1, no padding"""
    K = w.shape[2]
    L_out = x.shape[2] - K + 1
    y = np.zeros((x.shape[0], w.shape[0], L_out))
    for t in range(L_out):
        y[:, :, t] = np.tensordot(x[:, :, t:t + K], w, axes=([1, 2], [1, 2])) + b
    cache = (x, w, b)
    return y, cache

def conv1_backward(dy, cache):
    w, x, b = cache
    K = w.shape[2]
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for t in range(dy.shape[2]):
        dx[:, :, t:t + K] += np.tensordot(dy[:, :, t], w, axes=(1, 0))
        dw += np.tensordot(dy[:, :, t], x[:, :, t:t + K], axes=(0, 0))
    db = dy.sum(axis=(0, 2)).reshape(b.shape)
    return dx, dw, db

np.random.seed(6)
x = np.random.randn(2, 3, 8)
w = np.random.randn(4, 3, 3)
b = np.random.randn(4)
y, cache = conv1_forward(x, w, b)
dy = np.random.randn(*y.shape)
dx, dw, db = conv1_backward(dy, cache)
print(dx.shape, dw.shape, db)
