import numpy as np

def toeplitz_matrix(kernel, n, stride=1, pad=0):
    """Matrix M with M @ x == correlation of x (length n) and kernel."""
    k = len(kernel)
    rows = (n + 2 * pad - k) // stride + 1
    M = np.zeros((rows, n + 2 * pad))
    for r in range(rows):
        M[r, r * stride:r * stride + k] = kernel
    # columns that would meet padding zeros are of no use
    return M[:, pad:M.shape[1] - pad]

def conv1d_forward(x, kernel, bias, stride=1, pad=0):
    return toeplitz_matrix(kernel, len(x), stride, pad) @ x + bias

def conv1d_input_grad(dy, kernel, n, stride=1, pad=0):
    return toeplitz_matrix(kernel, n, stride, pad).T @ dy

x = np.array([1., -2., 3., 0., 5., 1., 4.])
kernel = np.array([1., 0.5, -1.])
y = conv1d_forward(x, kernel, 0.25, stride=2, pad=1)
print(y)
print(conv1d_input_grad(np.ones_like(y), kernel, len(x), stride=2, pad=1))
