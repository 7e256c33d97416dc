import numpy as np

class Relu:
    def forward(self, x):
        self.out = (x + np.abs(x)) / 2
        return self.out

    def backward(self, dout):
        # the output is positive exactly where the input was
        return dout * np.sign(self.out)

rng = np.random.default_rng(10)
x = rng.standard_normal((2, 3, 4, 4))
relu = Relu()
y = relu.forward(x)
g = rng.standard_normal(x.shape)
dx = relu.backward(g)
print(y[0, 0], dx[0, 0])
