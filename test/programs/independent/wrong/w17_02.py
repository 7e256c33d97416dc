import numpy as np

# element function, then lifted to arrays
def _relu_scalar(v):
    if v > 0:
        return v
    return 0

relu = np.vectorize(_relu_scalar)

def relu_forward(x):
    """ReLU activation for an array of any shape. Returns (out, cache)."""
    out = relu(x)
    cache = x
    return out, cache

def relu_backward(dout, cache):
    x = cache
    return dout * (x > 0)

np.random.seed(231)
x = np.linspace(-0.5, 2.5, num=12).reshape(3, 4)
out, cache = relu_forward(x)
dx = relu_backward(np.random.randn(3, 4), cache)
print(out)
print(dx)
