import numpy as np


class ConvTranspose2d:
    def __init__(self, w, b, stride=1, padding=0, output_padding=0):
        assert output_padding < stride
        self.w, self.b = w, b
        self.stride, self.padding, self.output_padding = stride, padding, output_padding

    def __call__(self, x):
        n, ci, h, wd = x.shape
        _, co, kh, kw = self.w.shape
        s, p, op = self.stride, self.padding, self.output_padding
        oh = (h - 1) * s - 2 * p + kh + op
        ow = (wd - 1) * s - 2 * p + kw + op
        out = np.zeros((n, co, oh, ow))
        out += self.b.reshape(1, -1, 1, 1)
        for y in range(h):
            for q in range(wd):
                for a in range(kh):
                    for c in range(kw):
                        oy, ox = y * s + a - p, q * s + c - p
                        if 0 <= oy < oh and 0 <= ox < ow:
                            out[:, :, oy, ox] += x[:, :, y, q] @ self.w[:, :, a, c]
        return out


g = np.random.default_rng(44)
up = ConvTranspose2d(g.normal(size=(2, 3, 3, 3)), g.normal(size=3), stride=2, padding=1, output_padding=1)
x = g.normal(size=(1, 2, 3, 4))
print(up(x).shape)
print(up(x)[0, 0])
