import numpy as np


class Conv2d:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0):
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = kernel_size
        self.stride = stride
        self.padding = padding
        self.weight = np.random.randn(out_channels, in_channels, kernel_size, kernel_size)
        self.bias = np.zeros(out_channels)

    def __call__(self, x):
        return self.forward(x)

    def unfold(self, x):
        n, c, h, w = x.shape
        k, s = self.kernel_size, self.stride
        oh = (h - k) // s + 1
        ow = (w - k) // s + 1
        patches = np.empty((n, c * k * k, oh * ow))
        for i in range(oh):
            for j in range(ow):
                patch = x[:, :, i * s:i * s + k, j * s:j * s + k]
                patches[:, :, i * ow + j] = patch.reshape(n, -1)
        return patches, oh, ow

    def fold(self, patches, shape):
        n, c, h, w = shape
        k, s = self.kernel_size, self.stride
        oh = (h - k) // s + 1
        ow = (w - k) // s + 1
        out = np.zeros(shape)
        for i in range(oh):
            for j in range(ow):
                out[:, :, i * s:i * s + k, j * s:j * s + k] += patches[:, :, i * ow + j].reshape(n, c, k, k)
        return out

    def forward(self, x):
        p = self.padding
        self.x_shape = x.shape
        xp = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
        self.padded_shape = xp.shape
        self.patches, oh, ow = self.unfold(xp)
        w = self.weight.reshape(self.out_channels, -1)
        y = np.matmul(w, self.patches) + self.bias[:, None]
        return y.reshape(x.shape[0], self.out_channels, oh, ow)

    def backward(self, grad_output):
        n = grad_output.shape[0]
        g = grad_output.reshape(n, self.out_channels, -1)
        self.grad_bias = g.sum(axis=(0, 2))
        dw = np.matmul(g, self.patches.transpose(0, 2, 1)).sum(axis=0)
        self.grad_weight = dw.reshape(self.weight.shape)
        dp = np.matmul(self.weight.reshape(self.out_channels, -1).T, g)
        dx = self.fold(dp, self.padded_shape)
        p = self.padding
        return dx[:, :, p:p + self.x_shape[2], p:p + self.x_shape[3]]
