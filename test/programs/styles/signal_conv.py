import numpy as np
from scipy import signal


class Convolutional:
    def __init__(self, kernels, biases):
        self.kernels = kernels
        self.biases = biases

    def forward(self, input):
        self.input = input
        depth, channels, k, _ = self.kernels.shape
        _, h, w = input.shape
        self.output = np.zeros((depth, h - k + 1, w - k + 1))
        for i in range(depth):
            for j in range(channels):
                self.output[i] += signal.correlate2d(self.input[j], self.kernels[i, j], "valid")
            self.output[i] += self.biases[i]
        return self.output

    def backward(self, output_gradient):
        depth, channels, _, _ = self.kernels.shape
        self.dkernels = np.zeros(self.kernels.shape)
        input_gradient = np.zeros(self.input.shape)
        for i in range(depth):
            for j in range(channels):
                self.dkernels[i, j] = signal.correlate2d(self.input[j], output_gradient[i], "valid")
                input_gradient[j] += signal.convolve2d(output_gradient[i], self.kernels[i, j], "full")
        self.dbiases = output_gradient.sum(axis=(1, 2))
        return input_gradient
