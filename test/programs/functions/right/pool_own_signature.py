import numpy as np

def pool_forward(A_prev, f, stride):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = (n_H_prev - f) // stride + 1
    n_W = (n_W_prev - f) // stride + 1
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            A[:, h, w, :] = A_prev[:, h * stride:h * stride + f, w * stride:w * stride + f, :].max(axis=(1, 2))
    return A

np.random.seed(1)
print(pool_forward(np.random.randn(2, 6, 5, 3), 2, 2).shape)
