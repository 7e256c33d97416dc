import numpy as np

def conv_matrix(kernel, in_shape, stride=1):
    """the big sparse matrix M with  M @ x.ravel() == correlation(x, kernel).ravel()"""
    H, W = in_shape
    kh, kw = kernel.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    M = np.zeros((oh * ow, H * W))
    for row in range(oh * ow):
        i, j = divmod(row, ow)
        for u in range(kh):
            start = (i * stride + u) * W + j * stride
            M[row, start:start + kw] = kernel[u]
    return M, (oh, ow)

def conv_by_matrix(x, kernel, stride=1):
    M, shape = conv_matrix(kernel, x.shape, stride)
    return (M @ x.ravel()).reshape(shape)

def conv_by_matrix_backward(dy, x_shape, kernel, stride=1):
    # the gradient of a linear map is its transpose
    M, _ = conv_matrix(kernel, x_shape, stride)
    return (M.T @ dy.ravel()).reshape(x_shape)

x = np.arange(20.).reshape(4, 5)
kernel = np.array([[1., 2.], [3., 4.]])
y = conv_by_matrix(x, kernel)
print(y)
print(conv_by_matrix_backward(np.ones_like(y), x.shape, kernel))
