import numpy as np

def apply_bank(image, bank):
    """Apply every kernel of a filter bank (K, k, k) to a grey image; result (K, H', W')."""
    k = bank.shape[1]
    H, W = image.shape

    filters = []
    for kernel in bank:
        filters.append(lambda patch: float(np.sum(patch * kernel)))

    maps = np.zeros((len(filters), H - k + 1, W - k + 1))
    for idx, response in enumerate(filters):
        for y in range(maps.shape[1]):
            for x in range(maps.shape[2]):
                maps[idx, y, x] = response(image[y:y + k, x:x + k])
    return maps

image = np.random.default_rng(30).integers(0, 10, size=(5, 5)).astype(float)
bank = np.array([[[1.0, 0.0], [0.0, 1.0]],
                 [[0.0, 1.0], [1.0, 0.0]],
                 [[1.0, -1.0], [1.0, -1.0]]])
print(apply_bank(image, bank))
