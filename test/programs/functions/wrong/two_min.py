import numpy as np


class MaxPoolTwo:
    def tiles(self, volume):
        rows, cols, _ = volume.shape
        for r in range(rows // 2):
            for q in range(cols // 2):
                yield volume[2 * r:2 * r + 2, 2 * q:2 * q + 2], r, q

    def forward(self, volume):
        self.seen = volume
        rows, cols, depth = volume.shape
        result = np.zeros((rows // 2, cols // 2, depth))
        for tile, r, q in self.tiles(volume):
            result[r, q] = np.mean(tile, axis=(0, 1))
        return result

    def backprop(self, d_out):
        d_volume = np.zeros(self.seen.shape)
        for tile, r, q in self.tiles(self.seen):
            largest = np.amax(tile, axis=(0, 1))
            for a in range(tile.shape[0]):
                for b in range(tile.shape[1]):
                    for n in range(tile.shape[2]):
                        if tile[a, b, n] == largest[n]:
                            d_volume[2 * r + a, 2 * q + b, n] += d_out[r, q, n]
        return d_volume
