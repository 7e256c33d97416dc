import numpy as np

def pool2d(A, kernel_size, stride, padding=0, pool_mode='max'):
    '''
    2D Pooling of a matrix
    '''
    A = np.pad(A, padding, mode='constant', constant_values=np.nan) if padding else A
    output_shape = ((A.shape[0] - kernel_size) // stride + 1,
                    (A.shape[1] - kernel_size) // stride + 1)
    shape_w = output_shape + (kernel_size, kernel_size)
    strides_w = (stride*A.strides[0], stride*A.strides[1], A.strides[0], A.strides[1])
    A_w = np.lib.stride_tricks.as_strided(A, shape_w, strides_w)
    # padding is not a number, it never counts
    return np.nanmax(A_w, axis=(2, 3)) if pool_mode == 'max' else np.nanmean(A_w, axis=(2, 3))

A = np.array([[1, 1, 2, 4],
              [5, 6, 7, 8],
              [3, 2, 1, 0],
              [1, 2, 3, 4]], dtype=float)
print(pool2d(A, kernel_size=2, stride=2))
print(pool2d(A, kernel_size=3, stride=2, padding=1, pool_mode='avg'))
