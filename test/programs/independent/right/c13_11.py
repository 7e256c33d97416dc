import numpy as np

class Relu:
    """Rectified linear unit."""

    def forward(self, x):
        self.out = (x + np.abs(x)) / 2
        return self.out

    def backward(self, dout):
        # the output is never negative, its sign is 0 or 1
        return dout * np.sign(self.out)

np.random.seed(3)
layer = Relu()
a = np.random.randn(3, 4)
print(layer.forward(a))
print(layer.backward(np.full((3, 4), 2.0)))
