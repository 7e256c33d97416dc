import numpy as np


class ReLU:
    """Rectifier as a layer of a network."""

    cache = {}

    def forward(self, x):
        self.cache['mask'] = x > 0
        return np.where(self.cache['mask'], x, 0.0)

    def backward(self, dout):
        return dout * self.cache['mask']


np.random.seed(12)
relu1, relu2 = ReLU(), ReLU()
x = np.random.randn(2, 3, 4, 4)
w = np.random.randn(2, 3, 4, 4)
h = relu1.forward(x)
y = relu2.forward(h + w)
dh = relu2.backward(np.ones_like(y))
dx = relu1.backward(dh)
print(dx[0, 0])
