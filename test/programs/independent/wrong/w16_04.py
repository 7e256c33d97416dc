import numpy as np


def avg_pool(image: np.ndarray, size: int = 2, step: int = 2) -> np.ndarray:
    """Average pooling of one grey image, no padding."""
    rows, cols = image.shape
    out_rows = (rows - size) // step + 1
    out_cols = (cols - size) // step + 1
    result = np.zeros((out_rows, out_cols))
    r = 0
    c = 0
    while r < out_rows:
        while c < out_cols:
            patch = image[r * step:r * step + size, c * step:c * step + size]
            result[r, c] = patch.sum() / patch.size
            c += 1
        r += 1
    return result


img = np.array([[1., 2., 3., 4., 5., 6.],
                [6., 5., 4., 3., 2., 1.],
                [0., 8., 1., 7., 2., 6.],
                [9., 9., 1., 1., 4., 4.]])
print(avg_pool(img))
print(avg_pool(img, size=3, step=1))
