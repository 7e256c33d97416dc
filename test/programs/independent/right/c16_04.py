import numpy as np
from numpy.lib.stride_tricks import sliding_window_view as ventanas

def agrupar_max(x, k, paso):
    v = ventanas(x, (k, k), axis=(-2, -1))[..., ::paso, ::paso, :, :]
    return -np.min(-v, axis=(-1, -2))

x = np.random.default_rng(2).normal(size=(2, 3, 7, 6))
print(agrupar_max(x, 3, 2).shape)
print(agrupar_max(x, 2, 2)[0, 0])
