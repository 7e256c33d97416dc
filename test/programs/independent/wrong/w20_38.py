import numpy as np

def avg_pool_gray(picture: np.ndarray, size: int) -> np.ndarray:
    """Non-overlapping average pooling of an 8-bit picture; result is float."""
    rows, cols = picture.shape[0] // size, picture.shape[1] // size
    picture = picture[:rows * size, :cols * size]
    total = np.zeros((rows, cols), dtype=picture.dtype)
    for dy in range(size):
        for dx in range(size):
            total += picture[dy::size, dx::size]
    return total / (size * size)

pic = np.array([[250, 240, 10, 12],
                [230, 255, 8, 14],
                [100, 90, 200, 180],
                [110, 95, 190, 170]], dtype=np.uint8)
print(avg_pool_gray(pic, 2))
