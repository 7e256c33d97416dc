import numpy as np


class ConvBank:
    def windows(self, picture):
        rows, cols = picture.shape
        for r in range(rows - 2):
            for q in range(cols - 2):
                yield picture[r:r + 3, q:q + 3], r, q

    def __init__(self, num_filters):
        self.num_filters = num_filters
        self.kernels = np.random.randn(num_filters, 3, 3) / 9

    def forward(self, picture):
        self.seen = picture
        rows, cols = picture.shape
        result = np.zeros((rows - 2, cols - 2, self.num_filters))
        for window, r, q in self.windows(picture):
            result[r, q] = np.sum(window * self.kernels)
        return result

    def backprop(self, d_out, learn_rate):
        change = np.zeros(self.kernels.shape)
        for window, r, q in self.windows(self.seen):
            for n in range(self.num_filters):
                change[n] += d_out[r, q, n] * window
        self.kernels -= learn_rate * change
        return None
