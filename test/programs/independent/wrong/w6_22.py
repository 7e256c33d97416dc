import numpy as np


class GroupedConv2D:
    """Grouped 2D convolution, NCHW.

    weight shape: (out_channels, in_channels // groups, kh, kw)
    """

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, groups=1):
        assert in_channels % groups == 0 and out_channels % groups == 0
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = kernel_size
        self.stride = stride
        self.padding = padding
        self.groups = groups
        kh, kw = kernel_size
        self.weight = np.random.randn(out_channels, in_channels // groups, kh, kw) * 0.1
        self.bias = np.random.randn(out_channels) * 0.1

    def forward(self, x):
        n, c, h, w = x.shape
        kh, kw = self.kernel_size
        s, p = self.stride, self.padding
        oh = (h + 2 * p - kh) // s + 1
        ow = (w + 2 * p - kw) // s + 1
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        cpg = c // self.groups                      # input channels per group
        fpg = self.out_channels // self.groups      # filters per group
        y = np.zeros((n, self.out_channels, oh, ow))
        for f in range(self.out_channels):
            g = f % self.groups
            xg = xp[:, g * cpg:(g + 1) * cpg]
            for i in range(oh):
                for j in range(ow):
                    win = xg[:, :, i * s:i * s + kh, j * s:j * s + kw]
                    y[:, f, i, j] = np.sum(win * self.weight[f], axis=(1, 2, 3)) + self.bias[f]
        return y


if __name__ == "__main__":
    np.random.seed(0)
    conv = GroupedConv2D(4, 6, (3, 3), stride=1, padding=1, groups=2)
    x = np.random.randn(2, 4, 5, 5)
    y = conv.forward(x)
    print(y.shape)
    print(y[0, :, 2, 2])
