import numpy as np

def pool2d(A, kernel_size, stride, pool_mode='max'):
    '''2D pooling of a matrix with as_strided'''
    output_shape = ((A.shape[0] - kernel_size) // stride + 1,
                    (A.shape[1] - kernel_size) // stride + 1)
    shape_w = (output_shape[0], output_shape[1], kernel_size, kernel_size)
    strides_w = (stride*A.strides[0], stride*A.strides[1], A.strides[0], A.strides[1])
    A_w = np.lib.stride_tricks.as_strided(A, shape_w, strides_w)
    if pool_mode == 'max':
        return A_w.max(axis=(2, 3))
    elif pool_mode == 'avg':
        return A_w.mean(axis=(2, 3))

A = np.array([[1, 1, 2, 4],
              [5, 6, 7, 8],
              [3, 2, 1, 0],
              [1, 2, 3, 4]])
print(pool2d(A, kernel_size=2, stride=2, pool_mode='max'))
print(pool2d(A, kernel_size=3, stride=1, pool_mode='avg'))
