import numpy as np
from scipy.signal import correlate2d, convolve2d

class Convolutional:
    def __init__(self, kernels, biases):
        self.kernels = kernels      # (depth, input_depth, k, k)
        self.biases = biases        # (depth,)

    def forward(self, input):
        self.input = input
        depth, input_depth = self.kernels.shape[:2]
        return np.stack([
            sum(correlate2d(input[j], self.kernels[i, j], mode="valid") for j in range(input_depth)) + self.biases[i]
            for i in range(depth)])

    def backward(self, output_gradient):
        dk = np.zeros_like(self.kernels)
        dx = np.zeros_like(self.input)
        for i in range(self.kernels.shape[0]):
            for j in range(self.kernels.shape[1]):
                dk[i, j] = correlate2d(self.input[j], output_gradient[i], mode="valid")
                dx[j] += convolve2d(output_gradient[i], self.kernels[i, j], mode="full")
        return dx, dk, output_gradient.sum(axis=(1, 2))

np.random.seed(5)
layer = Convolutional(np.random.randn(4, 2, 3, 3), np.random.randn(4))
out = layer.forward(np.random.randn(2, 6, 7))
print(out.shape)
for q in layer.backward(np.ones_like(out)):
    print(q.shape, q.mean())
