import numpy as np

def pool_backward(dA, cache, mode='max'):
    A_prev, hparameters = cache
    f = hparameters['f']
    stride = hparameters['stride']
    grad = np.zeros_like(A_prev)
    m, n_H, n_W, n_C = dA.shape
    i = 0
    while i < m:
        c = 0
        while c < n_C:
            y = 0
            while y < n_H:
                x = 0
                while x < n_W:
                    box = (i, slice(y * stride, y * stride + f), slice(x * stride, x * stride + f), c)
                    delta = dA[i, y, x, c]
                    if mode == 'max':
                        grad[box] += np.where(A_prev[box] == A_prev[box].max(), delta, 0)
                    else:
                        grad[box] += np.full((f, f), delta / f ** 2)
                    x += 1
                y += 1
            c += 1
        i += 1
    return grad

rng = np.random.RandomState(8)
hp = {'f': 2, 'stride': 1}
A_prev = rng.randn(3, 4, 5, 2)
dA = rng.randn(3, 3, 4, 2)
dA_prev = pool_backward(dA, (A_prev, hp))
dA_prev = pool_backward(dA, (A_prev, hp), mode='average')
