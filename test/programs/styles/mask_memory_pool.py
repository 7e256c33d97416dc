import numpy as np


class MaxPool2D:
    def __init__(self, pool_size, strides):
        self.pool_size = pool_size
        self.strides = strides
        self.cache = {}

    def forward(self, a_prev):
        n, h_in, w_in, c = a_prev.shape
        k, s = self.pool_size, self.strides
        h_out = 1 + (h_in - k) // s
        w_out = 1 + (w_in - k) // s
        self.shape = a_prev.shape
        out = np.zeros((n, h_out, w_out, c))
        for i in range(h_out):
            for j in range(w_out):
                piece = a_prev[:, i * s:i * s + k, j * s:j * s + k, :]
                self.save_mask(piece, (i, j))
                out[:, i, j, :] = np.max(piece, axis=(1, 2))
        return out

    def save_mask(self, piece, cords):
        mask = np.zeros_like(piece)
        n, h, w, c = piece.shape
        flat = piece.reshape(n, h * w, c)
        idx = np.argmax(flat, axis=1)
        n_idx, c_idx = np.indices((n, c))
        mask.reshape(n, h * w, c)[n_idx, idx, c_idx] = 1
        self.cache[cords] = mask

    def backward(self, da_curr):
        output = np.zeros(self.shape)
        _, h_out, w_out, _ = da_curr.shape
        k, s = self.pool_size, self.strides
        for i in range(h_out):
            for j in range(w_out):
                output[:, i * s:i * s + k, j * s:j * s + k, :] += da_curr[:, i:i + 1, j:j + 1, :] * self.cache[(i, j)]
        return output
