import numpy as np

def relu_forward(x):
    out = (np.abs(x) + x) / 2
    return out, out

def relu_backward(dout, cache):
    # the output is positive exactly where the input was
    return dout * np.sign(cache)

x = np.array([[-1.0, 2.0, 0.0], [3.0, -0.5, 1.5]])
y, saved = relu_forward(x)
print(y)
print(relu_backward(np.full(x.shape, 10.0), saved))
