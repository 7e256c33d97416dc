import numpy as np


class Conv3D:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0):
        self.stride, self.padding, self.k = stride, padding, kernel_size
        self.weight = np.random.randn(out_channels, in_channels, kernel_size, kernel_size, kernel_size) * 0.1
        self.bias = np.zeros(out_channels)

    def forward(self, x):
        p, s, k = self.padding, self.stride, self.k
        x = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p), (p, p)))
        N, C, D, H, W = x.shape
        od, oh, ow = (D - k) // s + 1, (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, self.weight.shape[0], od, oh, ow))
        for d in range(od):
            for i in range(oh):
                for j in range(ow):
                    win = x[:, :, d : d + k, i * s : i * s + k, j * s : j * s + k]
                    out[:, :, d, i, j] = np.tensordot(win, self.weight, axes=([1, 2, 3, 4], [1, 2, 3, 4])) + self.bias
        return out
