import numpy as np


class MaxPooling2D:
    def __init__(self, pool_size=(2, 2), strides=2):
        self.pool_size = pool_size
        self.strides = strides

    def call(self, inputs):
        n, rows, cols, depth = inputs.shape
        ph, pw = self.pool_size
        step = self.strides
        result = np.zeros((n, (rows - ph) // step + 1, (cols - pw) // step + 1, depth))
        for i in range(result.shape[1]):
            for j in range(result.shape[2]):
                result[:, i, j] = inputs[:, i * step:i * step + ph, j * step:j * step + pw].max(axis=(1, 2))
        return result
