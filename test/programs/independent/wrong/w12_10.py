import numpy as np

class ReLU:
    def __init__(self):
        self.x = None

    def forward(self, x):
        self.x = x
        return np.maximum(x, 0)

    def backward(self, dout):
        # gradient only passes where the unit was active
        dx = dout * (dout > 0)
        return dx


act = ReLU()
x = np.array([[1.5, -2.0, 0.3], [-0.1, 4.0, -3.0]])
y = act.forward(x)
grad = act.backward(np.array([[0.2, -1.0, -0.5], [0.7, -0.3, 1.1]]))
print(y)
print(grad)
