import numpy as np


class ConvReLU:
    """One convolution (HWC, square kernel) with a ReLU behind it."""

    def __init__(self, weights, bias):
        self.weights = weights  # (filters, k, k, channels)
        self.bias = bias

    def forward(self, image):
        k = self.weights.shape[1]
        h, w, _ = image.shape
        out = np.zeros((h - k + 1, w - k + 1, len(self.weights)))
        for y in range(out.shape[0]):
            for x in range(out.shape[1]):
                patch = image[y:y + k, x:x + k]
                for f, weight in enumerate(self.weights):
                    out[y, x, f] = np.sum(patch * weight) + self.bias[f]
        self.image = image
        self.active = out > 0
        return np.maximum(out, 0)

    def backward(self, grad):
        k = self.weights.shape[1]
        self.d_weights = np.zeros_like(self.weights)
        self.d_bias = grad.sum(axis=(0, 1))
        d_image = np.zeros_like(self.image)
        for y in range(grad.shape[0]):
            for x in range(grad.shape[1]):
                patch = self.image[y:y + k, x:x + k]
                for f in range(len(self.weights)):
                    self.d_weights[f] += grad[y, x, f] * patch
                    d_image[y:y + k, x:x + k] += grad[y, x, f] * self.weights[f]
        return d_image
