import numpy as np


class DepthwiseConv2D:
    """Depthwise convolution, NCHW, weight (C*M, 1, k, k) like torch groups=C."""

    def __init__(self, weight, bias, channels, stride=1):
        self.weight = weight
        self.bias = bias
        self.channels = channels
        self.multiplier = weight.shape[0] // channels
        self.stride = stride

    def __call__(self, x):
        n, c, h, w = x.shape
        k = self.weight.shape[-1]
        s = self.stride
        oh, ow = (h - k) // s + 1, (w - k) // s + 1
        y = np.zeros((n, c * self.multiplier, oh, ow))
        for ch in range(c):
            for m in range(self.multiplier):
                o = m * c + ch
                for r in range(oh):
                    for q in range(ow):
                        patch = x[:, ch, r * s:r * s + k, q * s:q * s + k]
                        y[:, o, r, q] = (patch * self.weight[o, 0]).sum(axis=(1, 2)) + self.bias[o]
        return y


gen = np.random.default_rng(3)
layer = DepthwiseConv2D(gen.normal(size=(6, 1, 3, 3)), gen.normal(size=6), channels=3, stride=2)
print(layer(gen.normal(size=(2, 3, 7, 7))).shape)
print(layer(gen.normal(size=(1, 3, 5, 5)))[0, :, 0, 0])
