import numpy as np


class ReLU:
    """y = max(0, x)"""

    def __init__(self):
        self.x = None

    def forward(self, x):
        self.x = x
        np.maximum(x, 0, out=x)
        return x

    def backward(self, dy):
        return dy * (self.x >= 0)


rng = np.random.RandomState(4)
act = ReLU()
z = rng.randn(3, 4)
y = act.forward(z)
dz = act.backward(rng.randn(3, 4))
print(y)
print(dz)
