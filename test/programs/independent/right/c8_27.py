import numpy as np
from numpy.lib.stride_tricks import as_strided

def pool2d(A, kernel_size, stride, padding=0, pool_mode='max'):
    """
    2D Pooling

    Parameters:
        A: input 2D array
        kernel_size: int, the size of the window over which we take pool
        stride: int, the stride of the window
        padding: int, implicit padding (zeros for 'avg', -inf for 'max')
        pool_mode: string, 'max' or 'avg'
    """
    fill = -np.inf if pool_mode == 'max' else 0
    A = np.pad(A.astype(float), padding, mode='constant', constant_values=fill)
    output_shape = ((A.shape[0] - kernel_size) // stride + 1,
                    (A.shape[1] - kernel_size) // stride + 1)
    shape_w = output_shape + (kernel_size, kernel_size)
    strides_w = (stride * A.strides[0], stride * A.strides[1]) + A.strides
    A_w = as_strided(A, shape_w, strides_w)
    if pool_mode == 'max':
        return A_w.max(axis=(2, 3))
    elif pool_mode == 'avg':
        return A_w.mean(axis=(2, 3))

A = np.array([[1, 1, 2, 4], [-5, -6, -7, -8], [3, 2, 1, 0], [-1, -2, -3, 4]])
print(pool2d(A, kernel_size=2, stride=2, padding=0, pool_mode='max'))
print(pool2d(A, kernel_size=2, stride=2, padding=1, pool_mode='max'))
print(pool2d(A, kernel_size=3, stride=1, padding=1, pool_mode='avg'))
