import numpy as np


def create_mask_from_window(x, share=False):
    """True at the maximum. With share=True ties split the gradient evenly."""
    mask = (x == x.max())
    if share:
        return mask / mask.sum()
    return mask


def pool_forward(A, f, stride):
    H = (A.shape[0] - f) // stride + 1
    W = (A.shape[1] - f) // stride + 1
    out = np.empty((H, W))
    for k in range(H * W):
        h, w = k // W, k % W
        out[h, w] = A[h * stride:h * stride + f, w * stride:w * stride + f].max()
    return out


def pool_backward(dout, A, f, stride, share=True):
    dA = np.zeros(A.shape)
    for h, row in enumerate(dout):
        for w, g in enumerate(row):
            view = dA[h * stride:h * stride + f, w * stride:w * stride + f]
            win = A[h * stride:h * stride + f, w * stride:w * stride + f]
            view += g * create_mask_from_window(win, share)
    return dA


A = np.array([[1, 1, 0, 2], [0, 1, 2, 2], [3, 0, 1, 0], [0, 3, 0, 1]])
out = pool_forward(A, 2, 2)
print(out)
print(pool_backward(np.ones((2, 2)), A, 2, 2))
print(pool_backward(np.ones((2, 2)), A, 2, 2, share=False))
