import numpy as np

def relu_forward(x):
    """Computes the forward pass for a layer of rectified linear units (ReLUs)."""
    out = np.maximum(0, x)
    cache = x
    return out, cache

def relu_backward(dout, cache):
    """Computes the backward pass for a layer of ReLUs."""
    dx, x = None, cache
    dx = dout.copy()
    dx[dout <= 0] = 0
    return dx

np.random.seed(231)
x = np.random.randn(4, 6)
dout = np.random.randn(*x.shape)
_, cache = relu_forward(x)
print(relu_backward(dout, cache))
