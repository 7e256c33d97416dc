import numpy as np

def create_mask_from_window(x):
    """True at the position of the maximum entry of the window x."""
    mask = (x == np.max(x, axis=1, keepdims=True))
    return mask

def pool_backward(dA, A_prev, f, stride):
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    v, u = h * stride, w * stride
                    window = A_prev[i, v:v + f, u:u + f, c]
                    dA_prev[i, v:v + f, u:u + f, c] += create_mask_from_window(window) * dA[i, w, h, c]
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(2, 5, 5, 2)
dA = np.random.randn(2, 4, 4, 2)
print(create_mask_from_window(np.array([[1.6, -0.6, -0.5], [-1.07, 0.86, -2.3]])))
dA_prev = pool_backward(dA, A_prev, 2, 1)
print(dA_prev[1, 1])
