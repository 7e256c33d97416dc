import numpy as np


class AveragePooling:
    def __init__(self, pool_size=(2, 2), stride=2):
        self.pool_size = pool_size
        self.stride = stride
        self.input_shape = None

    def forward(self, X):
        self.input_shape = X.shape
        batch, channels, height, width = X.shape
        ph, pw = self.pool_size
        out_h = (height - ph) // self.stride + 1
        out_w = (width - pw) // self.stride + 1
        result = np.zeros((batch, channels, out_h, out_w))
        for i in range(out_h):
            for j in range(out_w):
                y, x = i * self.stride, j * self.stride
                result[:, :, i, j] = X[:, :, y:y + ph, x:x + pw].mean(axis=(2, 3))
        return result

    def backward(self, dout):
        ph, pw = self.pool_size
        dX = np.zeros(self.input_shape)
        share = dout / (ph * pw)
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                y, x = i * self.stride, j * self.stride
                dX[:, :, y:y + ph, x:x + pw] += share[:, :, i, j][:, :, None, None]
        return dX
