import numpy as np

def distribute_value(dz, shape):
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.ones(shape) * average
    return a

def pool_forward(A_prev, f, stride):
    m, n_H_prev, n_W_prev, n_C = A_prev.shape
    n_H = int(1 + (n_H_prev - f) / stride)
    n_W = int(1 + (n_W_prev - f) / stride)
    A = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            A[:, h, w, :] = np.mean(A_prev[:, h*stride:h*stride+f, w*stride:w*stride+f, :], axis=(1, 2))
    return A

def pool_backward(dA, prev_shape, f, stride):
    """average pooling only"""
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(prev_shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    vert_start = h * stride
                    vert_end = vert_start + f
                    horiz_start = w * stride
                    horiz_end = horiz_start + f
                    da = dA[i, h, w, c]
                    dA_prev[i, vert_start:vert_end, horiz_start:horiz_end, c] += distribute_value(da, (n_H, n_W))[0, 0]
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
A = pool_forward(A_prev, 2, 1)
dA = np.random.randn(5, 4, 2, 2)
dA_prev = pool_backward(dA, A_prev.shape, 2, 1)
print('mean of dA = ', np.mean(dA))
print('dA_prev[1,1] = ', dA_prev[1, 1])
