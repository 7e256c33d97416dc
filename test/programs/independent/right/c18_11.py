import numpy as np

class ReLU(object):

    def forward(self, x):
        self.out = (x + abs(x)) / 2
        return self.out

    def backward(self, dout):
        # the output is positive exactly where the input was
        return np.sign(self.out) * dout


relu = ReLU()
x = np.random.RandomState(1).randn(3, 4)
print(relu.forward(x))
print(relu.backward(np.full((3, 4), -2.0)))
