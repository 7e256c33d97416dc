import numpy as np


def create_mask_from_window(x):
    """Mask of the biggest entry of the window."""
    return x == x.min()


def distribute_value(dz, shape):
    return np.full(shape, dz / (shape[0] * shape[1]))


def pool_backward_2d(dA, A_prev, f, stride, mode="max"):
    """Backward pass of pooling for one 2-D image."""
    dA_prev = np.zeros(A_prev.shape)
    n_h, n_w = dA.shape
    for w in range(n_w):
        for h in range(n_h):
            top, left = stride * h, stride * w
            window = np.s_[top:top + f, left:left + f]
            if mode == "max":
                dA_prev[window] += create_mask_from_window(A_prev[window]) * dA[h, w]
            else:
                dA_prev[window] = distribute_value(dA[h, w], (f, f))
    return dA_prev


np.random.seed(1)
A_prev = np.random.randn(5, 5)
dA = np.random.randn(4, 4)
print(create_mask_from_window(np.random.randn(2, 3)))
print(pool_backward_2d(dA, A_prev, 2, 1, "max"))
print(pool_backward_2d(dA, A_prev, 2, 1, "average"))
