import numpy as np


class RectifiedConvolution:
    def __init__(self, filters, offsets):
        self.filters = filters  # (number, channels, k, k)
        self.offsets = offsets

    def forward(self, maps):
        self.maps = maps
        k = self.filters.shape[2]
        rows, cols = maps.shape[2] - k + 1, maps.shape[3] - k + 1
        total = np.zeros((len(maps), len(self.filters), rows, cols))
        for a in range(k):
            for b in range(k):
                part = maps[:, :, a:a + rows, b:b + cols]
                total += np.einsum('ncij,fc->nfij', part, self.filters[:, :, a, b])
        self.open = total > 0
        total += self.offsets.reshape(1, -1, 1, 1)
        return np.maximum(0, total)

    def backward(self, upstream):
        k = self.filters.shape[2]
        through = np.where(self.open, upstream, 0)
        rows, cols = through.shape[2:]
        self.d_offsets = through.sum((0, 2, 3))
        self.d_filters = np.zeros(self.filters.shape)
        d_maps = np.zeros(self.maps.shape)
        for a in range(k):
            for b in range(k):
                part = self.maps[:, :, a:a + rows, b:b + cols]
                self.d_filters[:, :, a, b] = np.einsum('nfij,ncij->fc', through, part)
                d_maps[:, :, a:a + rows, b:b + cols] += np.einsum('nfij,fc->ncij', through, self.filters[:, :, a, b])
        return d_maps
