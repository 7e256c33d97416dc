import numpy as np

def relu_forward(x):
    out = (np.abs(x) + x) / 2
    return out, x

def relu_backward(dout, cache):
    return np.where(cache > 0, dout, 0.0)

np.random.seed(1)
x = np.random.randn(2, 3, 4)
out, cache = relu_forward(x)
print(out)
print(relu_backward(np.ones_like(x), cache))
