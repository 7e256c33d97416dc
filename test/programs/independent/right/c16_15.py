import numpy as np

def leaky(x, a=0.1):
    return np.maximum(x, a * x)

def leaky_back(g, x, a=0.1):
    return np.where(x > 0, g, a * g)

x = np.array([-2.0, 3.0, -0.5])
print(leaky(x), leaky_back(np.ones(3), x))
