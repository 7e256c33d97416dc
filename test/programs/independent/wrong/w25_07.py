import numpy as np

def create_mask_from_window(x):
    """Mask with True at the position of the max entry of x."""
    mask = (x == np.max(x, axis=0))
    return mask

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    return np.ones(shape) * average

def pool_backward(dA, A_prev, f, stride, mode="max"):
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)
    for i in range(m):
        for c in range(n_C):
            for h in range(n_H):
                for w in range(n_W):
                    v, q = h * stride, w * stride
                    if mode == "max":
                        piece = A_prev[i, v:v+f, q:q+f, c]
                        dA_prev[i, v:v+f, q:q+f, c] += create_mask_from_window(piece) * dA[i, h, w, c]
                    else:
                        dA_prev[i, v:v+f, q:q+f, c] += distribute_value(dA[i, h, w, c], (f, f))
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
for mode in ("max", "average"):
    g = pool_backward(dA, A_prev, 2, 1, mode)
    print(mode, g[1, 1])
