import numpy as np

class Conv2D:
    def __init__(self, kernel, padding=0):
        self.kernel = np.asarray(kernel, dtype=float)
        self.padding = padding

    def __call__(self, img):
        p = self.padding
        img = np.asarray(img, dtype=float)
        if p > 0:
            np.pad(img, ((p, p), (p, p)))
        k = self.kernel.shape[0]
        rows = img.shape[0] - k + 1
        cols = img.shape[1] - k + 1
        out = np.empty((rows, cols))
        for r in range(rows):
            for c in range(cols):
                out[r, c] = np.sum(img[r:r + k, c:c + k] * self.kernel.T)
        return out

sobel = Conv2D([[1, 0, -1], [2, 0, -2], [1, 0, -1]], padding=1)
img = np.arange(35).reshape(5, 7) ** 2 % 11
print(sobel(img))
