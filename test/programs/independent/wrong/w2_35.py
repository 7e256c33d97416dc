import numpy as np

def pool2d(A, kernel_size, stride, pool_mode='avg'):
    """
    2D Pooling with as_strided
        A: input 2D array
        kernel_size: int, the size of the window over which we take pool
        stride: int, the stride of the window
    """
    output_shape = ((A.shape[0] - kernel_size) // stride + 1,
                    (A.shape[1] - kernel_size) // stride + 1)
    shape_w = (output_shape[0], output_shape[1], kernel_size, kernel_size)
    row, col = A.itemsize * A.shape[1], A.itemsize
    A_w = np.lib.stride_tricks.as_strided(A, shape_w, (stride * row, stride * col, row, col))
    if pool_mode == 'max':
        return A_w.max(axis=(2, 3))
    elif pool_mode == 'avg':
        return A_w.mean(axis=(2, 3))

A = np.array([[1, 1, 2, 4, 0, 3],
              [5, 6, 7, 8, 1, 1],
              [3, 2, 1, 0, 9, 2],
              [1, 2, 3, 4, 5, 6]])
print(pool2d(A, kernel_size=2, stride=2, pool_mode='max'))
print(pool2d(A.T, kernel_size=2, stride=2, pool_mode='avg'))
