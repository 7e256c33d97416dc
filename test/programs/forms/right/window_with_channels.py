import numpy as np

class MaxPool:
    def __init__(self, filter_shape, stride):
        self.fh, self.fw, self.fd = filter_shape
        self.stride = stride

    def forward(self, x):
        h, w, d = x.shape
        out = np.zeros(((h - self.fh) // self.stride + 1, (w - self.fw) // self.stride + 1, d))
        for i in range(out.shape[0]):
            for j in range(out.shape[1]):
                out[i, j] = x[i * self.stride:i * self.stride + self.fh, j * self.stride:j * self.stride + self.fw].max(axis=(0, 1))
        return out
