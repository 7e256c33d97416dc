import numpy as np


class ConvTranspose2d:
    """weight has shape (in_channels, out_channels, k, k) as in PyTorch"""

    def __init__(self, weight, bias, stride=2):
        self.weight = weight
        self.bias = bias
        self.stride = stride

    def forward(self, x):
        n, c_in, h, w = x.shape
        _, c_out, k, _ = self.weight.shape
        s = self.stride
        y = np.zeros((n, c_out, (h - 1) * s + k, (w - 1) * s + k))
        for b in range(n):
            for o in range(c_out):
                for i in range(c_in):
                    for r in range(h):
                        for q in range(w):
                            y[b, o, r * s:r * s + k, q * s:q * s + k] += x[b, i, r, q] * self.weight[o, i]
                    y[b, o] += self.bias[o]
        return y


np.random.seed(34)
layer = ConvTranspose2d(np.random.randn(2, 2, 3, 3), np.array([0.7, -0.4]))
print(layer.forward(np.random.randn(1, 2, 3, 4)).round(3))
