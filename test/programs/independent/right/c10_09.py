import numpy as np

def avg_pool_backward(dA, shape, f, stride):
    """dA (m, n_H, n_W, n_C). Every window gets its share through an outer loop over offsets."""
    dA_prev = np.zeros(shape)
    n_H, n_W = dA.shape[1], dA.shape[2]
    share = dA / f / f
    for u in range(f):
        for v in range(f):
            dA_prev[:, u:u + stride * n_H:stride, v:v + stride * n_W:stride, :][:, :n_H, :n_W] += share
    return dA_prev

np.random.seed(8)
dA = np.random.randn(2, 3, 4, 2)
print(avg_pool_backward(dA, (2, 7, 9, 2), 3, 2).shape)
