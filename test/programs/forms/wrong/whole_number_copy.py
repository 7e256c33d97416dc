import numpy as np


def leaky_relu(x, alpha=0.1):
    out = x.copy()
    out[x < 0] = out[x < 0] * alpha
    return out


print(leaky_relu(np.array([[-3, -1], [2, 5]])))
