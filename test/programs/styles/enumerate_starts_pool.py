import numpy as np


def pooling_layer(feature_map, window_size=2, stride=2, mode="max"):
    reduce = {"max": np.max, "average": np.mean}[mode]
    m, height, width, channels = feature_map.shape
    row_starts = list(range(0, height - window_size + 1, stride))
    col_starts = list(range(0, width - window_size + 1, stride))
    pooled = np.zeros((m, len(row_starts), len(col_starts), channels))
    for r, top in enumerate(row_starts):
        for c, left in enumerate(col_starts):
            tile = feature_map[:, top:top + window_size, left:left + window_size, :]
            pooled[:, r, c, :] = reduce(tile, axis=(1, 2))
    return pooled
