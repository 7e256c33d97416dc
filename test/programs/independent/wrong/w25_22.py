import numpy as np

def leaky_relu_forward(x, alpha=0.1):
    """Returns (out, cache); the caller's x must stay as it was."""
    out = x
    out[x < 0] *= alpha
    return out, (x, alpha)

def leaky_relu_backward(dout, cache):
    x, alpha = cache
    dx = np.where(x > 0, dout, alpha * dout)
    return dx

def conv1x1(x, w):
    """x (N, C, H, W), w (F, C) -> (N, F, H, W)"""
    return np.einsum('nchw,fc->nfhw', x, w)

np.random.seed(21)
x = np.random.randn(2, 3, 4, 4)
w = np.random.randn(5, 3)
z = conv1x1(x, w)
a, cache = leaky_relu_forward(z)
dz = leaky_relu_backward(np.ones_like(a), cache)
residual = a + z
print(residual.mean(), dz.mean())
