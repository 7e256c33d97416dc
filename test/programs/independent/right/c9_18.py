import numpy as np

class ConvTranspose2d:
    """weight: (in_channels, out_channels, kh, kw)"""

    def __init__(self, weight, bias, stride=1, padding=0, output_padding=0):
        self.weight, self.bias = weight, bias
        self.stride, self.padding, self.output_padding = stride, padding, output_padding

    def __call__(self, x):
        s, p, op = self.stride, self.padding, self.output_padding
        n, ci, h, w = x.shape
        _, co, kh, kw = self.weight.shape
        canvas = np.zeros((n, co, (h - 1) * s + kh + op, (w - 1) * s + kw + op))
        for u in range(kh):
            for v in range(kw):
                stamped = np.einsum('nihw,io->nohw', x, self.weight[:, :, u, v])
                canvas[:, :, u:u + (h - 1) * s + 1:s, v:v + (w - 1) * s + 1:s] += stamped
        H, W = canvas.shape[2:]
        return canvas[:, :, p:H - p, p:W - p] + self.bias.reshape(-1, 1, 1)

rng = np.random.default_rng(18)
up = ConvTranspose2d(rng.normal(size=(2, 3, 3, 4)), rng.normal(size=3), stride=2, padding=1, output_padding=1)
print(up(rng.normal(size=(1, 2, 4, 3))).shape)
