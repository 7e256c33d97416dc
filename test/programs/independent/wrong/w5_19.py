import numpy as np

class ConvLayer:
    def __init__(self, kernels, biases):
        self.kernels = kernels
        self.biases = biases

    def forward(self, input):
        depth, _, k, _ = self.kernels.shape
        c, h, w = input.shape
        self.output = np.zeros((depth, h - k + 1, w - k + 1))
        for d in range(depth):
            for y in range(h - k + 1):
                for x in range(w - k + 1):
                    region = input[:, y:y + k, x:x + k]
                    self.output[d, y, x] = np.sum(region * self.kernels[d].transpose(0, 2, 1))
            self.output[d] += self.biases[d]
        return self.output

np.random.seed(33)
layer = ConvLayer(np.random.randn(2, 3, 3, 3), np.random.randn(2))
print(layer.forward(np.random.randn(3, 5, 6)))
