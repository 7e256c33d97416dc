import numpy as np


def img2col(x, kernel_size, stride, padding):
    n, c, h, w = x.shape
    rows = (h + 2 * padding - kernel_size) // stride + 1
    cols = (w + 2 * padding - kernel_size) // stride + 1
    col = np.zeros((n * rows * cols, c * kernel_size * kernel_size))
    at = 0
    for k in range(n):
        for i in range(0, rows * stride, stride):
            for j in range(0, cols * stride, stride):
                col[at] = x[k, :, i:i + kernel_size, j:j + kernel_size].flatten()
                at += 1
    return col


class Conv:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0):
        self.weights = np.random.randn(out_channels, in_channels, kernel_size, kernel_size)
        self.bias = np.zeros(out_channels)
        self.kernel_size, self.stride, self.padding = kernel_size, stride, padding

    def forward(self, x):
        p = self.padding
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        col = img2col(padded, self.kernel_size, self.stride, padding=0)
        out = col @ self.weights.reshape(len(self.bias), -1).T + self.bias
        n, _, h, w = padded.shape
        rows, cols = ((size - self.kernel_size) // self.stride + 1 for size in (h, w))
        return out.reshape(n, rows, cols, -1).transpose(0, 3, 1, 2)
