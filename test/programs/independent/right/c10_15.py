import numpy as np

def conv1d_toeplitz(x, w):
    """Valid cross-correlation as a matrix product with a banded matrix."""
    n, k = len(x), len(w)
    T = np.zeros((n - k + 1, n))
    for row in range(T.shape[0]):
        T[row, row:row + k] = w
    return T @ x, T

def conv1d_grad_x(dy, T):
    return dy @ T

x = np.array([1.0, -2.0, 3.0, 0.0, 5.0, 1.0])
w = np.array([2.0, 0.5, -1.0])
y, T_mat = conv1d_toeplitz(x, w)
gx = conv1d_grad_x(np.array([1.0, 2.0, 3.0, 4.0]), T_mat)
print(y, gx)
