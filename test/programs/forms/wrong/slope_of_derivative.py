import numpy as np


def leaky_relu(z):
    return np.maximum(0.01 * z, z)


def leaky_relu_prime(z):
    dz = np.ones_like(z)
    dz[z < 0] = 0.1
    return dz


z = np.array([-2.0, -0.5, 0.5, 2.0])
print(leaky_relu(z), leaky_relu_prime(z))
