import numpy as np

def convolve_lists(image, kernel):
    """2D cross-correlation on plain nested lists"""
    ih, iw = len(image), len(image[0])
    kh, kw = len(kernel), len(kernel[0])
    oh, ow = ih - kh + 1, iw - kw + 1
    feature_map = [[0.0] * ow] * oh
    for r in range(oh):
        for c in range(ow):
            for dr in range(kh):
                for dc in range(kw):
                    feature_map[r][c] += image[r + dr][c + dc] * kernel[dr][dc]
    return np.array(feature_map)

image = [[1, 2, 0, 1], [0, 1, 3, 1], [2, 2, 1, 0], [1, 0, 1, 2]]
kernel = [[1, 0], [0, -1]]
print(convolve_lists(image, kernel))
