import numpy as np


def conv_layer(image, filters, biases):
    """image (H, W, C); filters (F, k, k, C); biases (F,). Returns (H-k+1, W-k+1, F)."""
    F, k, _, _ = filters.shape
    H, W, _ = image.shape

    detectors = []
    for f in range(F):
        detectors.append(lambda patch: np.sum(patch * filters[f]) + biases[f])

    rows = []
    for top in range(H - k + 1):
        row = []
        for left in range(W - k + 1):
            patch = image[top:top + k, left:left + k]
            row.append([detect(patch) for detect in detectors])
        rows.append(row)
    return np.array(rows)


np.random.seed(10)
image = np.random.rand(5, 6, 3)
filters = np.random.rand(2, 3, 3, 3) - 0.5
biases = np.array([0.1, -0.2])
feature_map = conv_layer(image, filters, biases)
print(feature_map.shape)
print(feature_map[:, :, 0])
