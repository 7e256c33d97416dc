import numpy as np

def windows(img, k):
    for i in range(img.shape[0] - k + 1):
        for j in range(img.shape[1] - k + 1):
            yield i, j, img[i:i + k, j:j + k]

def conv_layer(img, filters, bias):
    k = filters.shape[-1]
    maps = np.zeros((len(filters), img.shape[0] - k + 1, img.shape[1] - k + 1))
    regions = windows(img, k)
    for n, f in enumerate(filters):
        for i, j, region in regions:
            maps[n, i, j] = np.sum(region * f) + bias[n]
    return maps

rng = np.random.RandomState(5)
m = conv_layer(rng.rand(5, 5), rng.rand(3, 2, 2), np.array([0.1, 0.2, 0.3]))
print(m)
