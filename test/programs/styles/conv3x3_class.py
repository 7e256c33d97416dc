import numpy as np


class ConvLayer:
    def __init__(self, in_c, out_c, size, stride=1, pad=0):
        self.in_c, self.out_c = in_c, out_c
        self.size, self.stride, self.pad = size, stride, pad
        self.weights = np.random.randn(out_c, in_c, size, size) / size ** 2
        self.biases = np.zeros(out_c)

    def regions(self, image):
        _, h, w = image.shape
        for i in range((h - self.size) // self.stride + 1):
            for j in range((w - self.size) // self.stride + 1):
                a, b = i * self.stride, j * self.stride
                yield image[:, a:a + self.size, b:b + self.size], i, j

    def forward(self, batch):
        p = self.pad
        self.padded = np.pad(batch, ((0, 0), (0, 0), (p, p), (p, p)))
        n, _, h, w = self.padded.shape
        out = np.zeros((n, self.out_c, (h - self.size) // self.stride + 1, (w - self.size) // self.stride + 1))
        for k, image in enumerate(self.padded):
            for region, i, j in self.regions(image):
                out[k, :, i, j] = np.sum(region * self.weights, axis=(1, 2, 3)) + self.biases
        return out

    def backward(self, grad):
        self.dweights = np.zeros_like(self.weights)
        self.dbiases = grad.sum(axis=(0, 2, 3))
        dpadded = np.zeros_like(self.padded)
        for k, image in enumerate(self.padded):
            for region, i, j in self.regions(image):
                g = grad[k, :, i, j]
                self.dweights += g[:, None, None, None] * region[None]
                a, b = i * self.stride, j * self.stride
                dpadded[k, :, a:a + self.size, b:b + self.size] += np.tensordot(g, self.weights, axes=(0, 0))
        p = self.pad
        h, w = dpadded.shape[2:]
        return dpadded[:, :, p:h - p, p:w - p]
