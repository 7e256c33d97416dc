import numpy as np

def toeplitz_conv(image: np.ndarray, kernel: np.ndarray) -> np.ndarray:
    """Builds the sparse matrix T with T @ image.ravel() == valid correlation."""
    H, W = image.shape
    R, S = kernel.shape
    oh, ow = H - R + 1, W - S + 1
    T = np.zeros((oh * ow, H * W))
    base = (np.arange(R)[:, None] * W + np.arange(S)).ravel()
    for row in range(oh * ow):
        start = row // ow * W + row % ow
        T[row, base + start] = kernel.ravel()
    result = (T @ image.ravel()).reshape(oh, ow)
    assert result.shape == (oh, ow)
    return result

image = np.random.RandomState(3).randint(0, 9, (5, 6)).astype(float)
print(toeplitz_conv(image, np.array([[1.0, -1.0, 2.0], [0.5, 0.0, 1.0]])))
