import numpy as np

def relu(x):
    return (x + np.abs(x)) / 2

def relu_backward(dout, cache):
    x = cache
    return dout * (np.sign(x) + np.abs(np.sign(x))) / 2

def leaky_relu(x, slope=0.1):
    return np.maximum(x, slope * x)

def leaky_relu_backward(dout, x, slope=0.1):
    dx = np.ones_like(x)
    dx[x < 0] = slope
    dx *= dout
    return dx

x = np.linspace(-0.5, 0.7, 12).reshape(3, 4)
g = np.random.RandomState(22).randn(3, 4)
print(relu(x))
print(relu_backward(g, x))
print(leaky_relu(x), leaky_relu_backward(g, x))
