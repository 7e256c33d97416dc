import numpy as np


class ConvTranspose2d:
    """Weights (Cin, Cout, k, k), data NCHW."""

    def __init__(self, weight, bias, stride=1, padding=0, output_padding=0):
        self.weight, self.bias = weight, bias
        self.stride, self.padding, self.output_padding = stride, padding, output_padding

    def forward(self, x):
        n, _, h, w = x.shape
        _, co, k, _ = self.weight.shape
        s, p = self.stride, self.padding
        oh = s * (h - 1) + k - 2 * p + self.output_padding
        ow = s * (w - 1) + k - 2 * p + self.output_padding
        y = np.zeros((n, co, oh, ow))
        for i in range(h):
            for j in range(w):
                for u in range(k):
                    for v in range(k):
                        r, c = i * s + u - p, j * s + v - p
                        if 0 <= r < oh and 0 <= c < ow:
                            y[:, :, r, c] += x[:, :, i, j] @ self.weight[:, :, u, v]
        return y + self.bias.reshape(-1, 1, 1)


rng = np.random.default_rng(20)
x = rng.normal(size=(2, 3, 4, 3))
weight = rng.normal(size=(3, 2, 3, 3))
bias = rng.normal(size=2)
y = ConvTranspose2d(weight, bias, 2, 1, 1).forward(x)
z = ConvTranspose2d(weight, bias).forward(x)
print(y.shape, z.shape)
