import numpy as np

def conv_all(x, w):
    k = w.shape[-1]
    v = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))
    return np.einsum('nchwij,fcji->nfhw', v, w)

r = np.random.default_rng(25)
x, w = r.normal(size=(2, 3, 5, 6)), r.normal(size=(4, 3, 3, 3))
y = conv_all(x, w)
print(y[0, 0])
