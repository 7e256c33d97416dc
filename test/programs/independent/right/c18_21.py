import numpy as np

def create_mask_from_window(x):
    return x == np.max(x)

def distribute_value(dz, shape):
    return np.ones(shape) * dz / np.prod(shape)

def pool_backward(dA, cache, mode="max"):
    """
    Implements the backward pass of the pooling layer

    dA -- gradient of cost with respect to the output of the pooling layer, same shape as A
    cache -- (A_prev, hparameters)
    """
    A_prev, hparameters = cache
    stride, f = hparameters['stride'], hparameters['f']
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    m, n_H, n_W, n_C = dA.shape
    dA_prev = np.zeros(A_prev.shape)

    for c in range(n_C):
        for w in reversed(range(n_W)):
            for h in reversed(range(n_H)):
                for i in range(m):
                    window = (i, slice(h * stride, h * stride + f), slice(w * stride, w * stride + f), c)
                    da = dA[i, h, w, c]
                    if mode == "max":
                        dA_prev[window] += da * create_mask_from_window(A_prev[window])
                    else:
                        dA_prev[window] += distribute_value(da, (f, f))

    assert dA_prev.shape == A_prev.shape
    return dA_prev

np.random.seed(1)
A_prev = np.random.randn(5, 5, 3, 2)
dA = np.random.randn(5, 4, 2, 2)
hparameters = {"stride": 1, "f": 2}
print('mode = max')
print('dA_prev[1,1] = ', pool_backward(dA, (A_prev, hparameters), mode="max")[1, 1])
print('mode = average')
print('dA_prev[1,1] = ', pool_backward(dA, (A_prev, hparameters), mode="average")[1, 1])
