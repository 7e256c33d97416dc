import numpy as np


class MaxPooling:
    def __init__(self, sides, step):
        self.win_h, self.win_w = sides
        self.step = step

    def forward(self, maps):
        self.shape = maps.shape
        count, channels, rows, cols = maps.shape
        out_rows = (rows - self.win_h) // self.step + 1
        out_cols = (cols - self.win_w) // self.step + 1
        largest = np.empty((count, channels, out_rows, out_cols))
        self.places = np.empty(largest.shape, dtype=int)
        for i in range(out_rows):
            for j in range(out_cols):
                top, left = i * self.step, j * self.step
                window = maps[:, :, top:top + self.win_h, left:left + self.win_w].reshape(count, channels, -1)
                self.places[:, :, i, j] = window.argmax(axis=2)
                largest[:, :, i, j] = window.max(axis=2)
        return largest

    def backward(self, upstream):
        result = np.zeros(self.shape)
        for n, c, i, j in np.ndindex(*upstream.shape):
            row, col = divmod(self.places[n, c, i, j], self.win_h)
            result[n, c, i * self.step + row, j * self.step + col] += upstream[n, c, i, j]
        return result


pool = MaxPooling((2, 3), 2)
maps = np.random.default_rng(3).normal(size=(1, 2, 6, 7))
print(pool.forward(maps))
print(pool.backward(np.ones((1, 2, 3, 3))))
