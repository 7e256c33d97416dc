import numpy as np

class Conv2D:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0):
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.k = kernel_size
        self.stride = stride
        self.padding = padding
        self.weights = np.random.randn(out_channels, in_channels, kernel_size, kernel_size) * 0.1
        self.bias = np.zeros(out_channels)

    def forward(self, x):
        batch, _, h, w = x.shape
        p, s, k = self.padding, self.stride, self.k
        oh = (h + p - k) // s + 1
        ow = (w + 2 * p - k) // s + 1
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        y = np.zeros((batch, self.out_channels, oh, ow))
        for n in range(batch):
            for o in range(self.out_channels):
                for r in range(oh):
                    for c in range(ow):
                        y[n, o, r, c] = (xp[n, :, r*s:r*s+k, c*s:c*s+k] * self.weights[o]).sum() + self.bias[o]
        return y

np.random.seed(42)
layer = Conv2D(3, 2, 3, stride=1, padding=1)
x = np.random.randn(1, 3, 6, 6)
print(layer.forward(x).shape)
