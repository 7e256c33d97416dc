import numpy as np


def leaky_relu_derivative(x, alpha=0.01):
    dx = np.ones_like(x)
    dx[x < 0] = alpha
    return dx


print(leaky_relu_derivative(np.array([-3, -1, 0, 2, 5])))
