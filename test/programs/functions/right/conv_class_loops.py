import numpy as np

class Conv2D:
    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0):
        self.stride = stride
        self.padding = padding
        self.weights = np.random.randn(out_channels, in_channels, kernel_size, kernel_size) * 0.1
        self.bias = np.zeros(out_channels)

    def forward(self, x):
        self.x = x
        batch, channels, height, width = x.shape
        n_filters, _, k, _ = self.weights.shape
        out_h = (height + 2 * self.padding - k) // self.stride + 1
        out_w = (width + 2 * self.padding - k) // self.stride + 1
        self.padded = np.pad(x, ((0, 0), (0, 0), (self.padding, self.padding), (self.padding, self.padding)))
        out = np.zeros((batch, n_filters, out_h, out_w))
        for i in range(out_h):
            for j in range(out_w):
                y0, x0 = i * self.stride, j * self.stride
                window = self.padded[:, :, y0:y0 + k, x0:x0 + k]
                for f in range(n_filters):
                    out[:, f, i, j] = np.sum(window * self.weights[f], axis=(1, 2, 3)) + self.bias[f]
        return out

    def backward(self, grad):
        n_filters, _, k, _ = self.weights.shape
        self.dW = np.zeros_like(self.weights)
        self.db = grad.sum(axis=(0, 2, 3))
        d_padded = np.zeros_like(self.padded)
        for i in range(grad.shape[2]):
            for j in range(grad.shape[3]):
                y0, x0 = i * self.stride, j * self.stride
                window = self.padded[:, :, y0:y0 + k, x0:x0 + k]
                for f in range(n_filters):
                    g = grad[:, f, i, j][:, None, None, None]
                    self.dW[f] += np.sum(window * g, axis=0)
                    d_padded[:, :, y0:y0 + k, x0:x0 + k] += self.weights[f] * g
        _, _, height, width = self.x.shape
        p = self.padding
        return d_padded[:, :, p:p + height, p:p + width]
