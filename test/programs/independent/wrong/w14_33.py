import numpy as np

def relu_forward(x):
    out = np.maximum(0, x)
    cache = x
    return out, cache

def relu_backward(dout, cache):
    x = cache
    dx = dout.copy()
    dx[dout <= 0] = 0
    return dx

np.random.seed(231)
x = np.random.randn(4, 5)
dout = np.random.randn(*x.shape)
out, cache = relu_forward(x)
dx = relu_backward(dout, cache)
print(out)
print(dx)
