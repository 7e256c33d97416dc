import numpy as np


class Conv:
    def __init__(self, fM_n_in, fM_n_out, X_H, X_W, F, stride, pad):
        self.W = np.random.randn(fM_n_out, fM_n_in, F, F)
        self.b = np.zeros(fM_n_out)
        self.size = (fM_n_in, X_H, X_W)
        self.F, self.stride, self.pad = F, stride, pad

    def forward(self, x):
        x = x.reshape(len(x), *self.size)
        x = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad), (self.pad, self.pad)))
        n, _, h, w = x.shape
        out = np.zeros((n, len(self.b), (h - self.F) // self.stride + 1, (w - self.F) // self.stride + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                r, c = i * self.stride, j * self.stride
                out[:, :, i, j] = np.einsum('nchw,fchw->nf', x[:, :, r:r + self.F, c:c + self.F], self.W) + self.b
        return out


class MaxPool:
    def __init__(self, no_of_channels, filter_size, stride):
        assert filter_size == stride, 'windows must not overlap'
        self.channels, self.size = no_of_channels, filter_size

    def forward(self, input):
        n, c, h, w = input.shape
        assert h % self.size == 0 and w % self.size == 0, 'windows must cover the input'
        tiles = input.reshape(n, self.channels, h // self.size, self.size, w // self.size, self.size)
        return tiles.max(axis=(3, 5))
