import numpy as np

def relu(x):
    """(x + |x|) / 2 is x for x > 0 and 0 otherwise."""
    return (x + abs(x)) / 2

def relu_grad(dy, x):
    return dy * np.heaviside(x, 0)

def leaky_relu(x, alpha=0.1):
    return np.maximum(x, alpha * x)          # valid for 0 <= alpha <= 1

def leaky_relu_grad(dy, x, alpha=0.1):
    slope = np.full_like(x, alpha)
    slope[x > 0] = 1
    return slope * dy

np.random.seed(1)
x = np.random.randn(3, 4)
dy = np.random.randn(3, 4)
print(relu(x))
print(relu_grad(dy, x))
print(leaky_relu(x))
print(leaky_relu_grad(dy, x))
