import numpy as np

def relu(x):
    # (x + |x|) / 2
    return 0.5 * (x + np.abs(x))

def relu_grad(dout, out):
    """The output is enough for the backward pass: out > 0 exactly where x > 0."""
    return np.where(out, dout, 0.0)

x = np.random.RandomState(0).randn(3, 4)
y = relu(x)
print(y)
print(relu_grad(np.ones_like(x), y))
