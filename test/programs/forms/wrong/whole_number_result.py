import numpy as np


class LeakyReLU:
    def __init__(self, slope=0.1):
        self.slope = slope

    def forward(self, x):
        self.x = x
        out = np.zeros_like(x)
        out[x > 0] = x[x > 0]
        out[x <= 0] = self.slope * x[x <= 0]
        return out


act = LeakyReLU()
print(act.forward(np.array([[-5, 3], [2, -7]])))
