import numpy as np


class conv2d:
    def __init__(self, image_count, output_size, kernal_dim):
        self.output_size, self.kernal_dim = output_size, kernal_dim
        self.kernal = np.random.uniform(-0.5, 0.5, size=(output_size, image_count, kernal_dim, kernal_dim))
        self.bias = np.random.uniform(-0.5, 0.5, size=output_size)

    def forward(self, image):
        k = self.kernal_dim
        output = np.zeros((self.output_size, image.shape[1] - k + 1, image.shape[2] - k + 1))
        for f in range(self.output_size):
            for i in range(output.shape[1]):
                for j in range(output.shape[2]):
                    output[f, i, j] = np.sum(image[:, i:i + k, j:j + k] * self.kernal[f]) + self.bias[f]
        return output


class ConvLayer:
    def __init__(self, shape, channel_num, filter_num):
        self.W = np.random.rand(shape[0] * shape[1] * channel_num, filter_num) - 0.5
        self.shape = shape

    def forward(self, x, train):
        rows, cols = x.shape[1] - self.shape[0] + 1, x.shape[2] - self.shape[1] + 1
        out = np.zeros((len(x), rows, cols, self.W.shape[1]))
        for i in range(rows):
            for j in range(cols):
                part = x[:, i:i + self.shape[0], j:j + self.shape[1], :]
                out[:, i, j] = part.reshape(len(x), -1) @ self.W
        return out


class Maxpool2d:
    def __init__(self, kernel_size):
        self.kernel_size = kernel_size

    def forward(self, x):
        height, width = x.shape[2:]
        rows, cols = int(np.ceil(height / self.kernel_size[0])), int(np.ceil(width / self.kernel_size[1]))
        out = np.zeros((x.shape[0], x.shape[1], rows, cols))
        for r, i in enumerate(range(0, height, self.kernel_size[0])):
            for c, j in enumerate(range(0, width, self.kernel_size[1])):
                window = x[:, :, i:i + self.kernel_size[0], j:j + self.kernel_size[1]]
                out[:, :, r, c] = window.max(axis=(2, 3))
        return out


class MeanPooling:
    def __init__(self, shape):
        self.shape = shape

    def forward(self, x, train):
        row, col = self.shape[0], self.shape[1]
        out = x.reshape(x.shape[0], x.shape[1] // row, row, x.shape[2] // col, col, x.shape[3])
        return np.average(out, axis=(2, 4))
