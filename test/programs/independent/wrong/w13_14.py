import numpy as np

class ReLU:
    def __init__(self):
        self.mask = None

    def forward(self, x):
        out = x
        out[out < 0] = 0
        self.mask = (x < 0)
        return out

    def backward(self, dout):
        dx = dout.copy()
        dx[self.mask] = 0
        return dx

relu = ReLU()
x = np.array([[1.0, -0.5], [-2.0, 3.0]])
print(relu.forward(x))
print(relu.backward(np.ones((2, 2))))
