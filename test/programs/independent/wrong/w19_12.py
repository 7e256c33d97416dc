import numpy as np

class Relu:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = (x <= 0)
        out = x
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx

rng = np.random.default_rng(5)
x = rng.standard_normal((2, 3, 4))
relu = Relu()
y = relu.forward(x)
skip = y + x          # residual
g = rng.standard_normal(x.shape)
print(skip)
print(relu.backward(g))
