from typing import Tuple
import numpy as np

Array = np.ndarray

def conv_single_step(a_slice: Array, W: Array, b: Array) -> float:
    """One position of one filter: sum(a_slice * W) + b."""
    s = np.multiply(a_slice, W)
    Z = np.sum(s)
    return Z

def conv_forward(A: Array, W: Array, b: Array, stride: int) -> Tuple[Array, tuple]:
    m, H, Wd, C = A.shape
    f = W.shape[0]
    K = W.shape[-1]
    n_H = (H - f) // stride + 1
    n_W = (Wd - f) // stride + 1
    Z = np.zeros((m, n_H, n_W, K))
    for idx in np.ndindex(m, n_H, n_W, K):
        i, h, w, c = idx
        a_slice = A[i, h * stride:h * stride + f, w * stride:w * stride + f]
        Z[idx] = conv_single_step(a_slice, W[..., c], b[..., c])
    return Z, (A, W, b, stride)

np.random.seed(1)
a_slice_prev = np.random.randn(4, 4, 3)
W1 = np.random.randn(4, 4, 3)
b1 = np.random.randn(1, 1, 1)
print("Z =", conv_single_step(a_slice_prev, W1, b1))
A = np.random.randn(2, 5, 5, 3)
Z, cache = conv_forward(A, np.random.randn(3, 3, 3, 2), np.random.randn(1, 1, 1, 2), 1)
print(Z.shape, Z.mean())
