import numpy as np

def conv_matrix(k, H, W):
    """Matrix M with (M @ x.ravel()).reshape(oh, ow) == valid correlation of x and k."""
    kh, kw = k.shape
    oh, ow = H - kh + 1, W - kw + 1
    M = np.zeros((oh * ow, H * W))
    for r in range(oh):
        for c in range(ow):
            row = np.zeros((H, W))
            row[r:r + kh, c:c + kw] = k
            M[r * ow + c] = row.ravel()
    return M

def forward(x, k):
    H, W = x.shape
    M = conv_matrix(k, H, W)
    oh, ow = H - k.shape[0] + 1, W - k.shape[1] + 1
    return (M @ x.ravel()).reshape(oh, ow), M

def backward_input(dy, M, shape):
    return (M.T @ dy.ravel()).reshape(shape)

def transposed(y, k, shape):
    """Transposed convolution from the output grid back to `shape`."""
    return backward_input(y, conv_matrix(k, *shape), shape)

x = np.arange(9.0).reshape(3, 3)
k = np.array([[1.0, 2.0], [3.0, 4.0]])
y, M = forward(x, k)
print(y)
print(backward_input(np.ones((2, 2)), M, (3, 3)))
print(transposed(y, k, (3, 3)))
