import numpy as np

def distribute_value(dz, shape):
    """
    Distributes the input value in the matrix of dimension shape

    Arguments:
    dz -- input scalar
    shape -- the shape (n_H, n_W) of the output matrix for which we want to distribute the value of dz

    Returns:
    a -- Array of size (n_H, n_W) for which we distributed the value of dz
    """
    (n_H, n_W) = shape
    average = dz / (n_H * n_W)
    a = np.full(shape, average)
    return a

def average_pool_backward(dA, cache):
    A_prev, hparameters = cache
    stride = hparameters["stride"]
    f = hparameters["f"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros_like(A_prev, dtype=float)

    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    rows = slice(h * stride, h * stride + f)
                    cols = slice(w * stride, w * stride + f)
                    da = np.mean(dA[i, h, w, c])
                    dA_prev[i, rows, cols, c] += distribute_value(da, (f, f)) / (f * f)

    assert dA_prev.shape == A_prev.shape
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
hparameters = {"stride": 1, "f": 2}
dA = np.random.randn(5, 4, 2, 2)
dA_prev = average_pool_backward(dA, (A_prev, hparameters))
print("mean of dA = ", np.mean(dA))
print("dA_prev[1,1] = ", dA_prev[1, 1])
