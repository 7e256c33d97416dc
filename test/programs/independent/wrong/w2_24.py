import numpy as np

class Filter2D:
    def __init__(self, w, b=0.0, pad=0):
        self.w, self.b, self.pad = w, b, pad

    def forward(self, img):
        k1, k2 = self.w.shape
        big = np.pad(img.astype(float), self.pad)
        rows = big.shape[0] - k1 + 1
        cols = big.shape[1] - k2 + 1
        res = np.zeros((rows, cols))
        for r in range(rows):
            for c in range(cols):
                patch = big[r:r + k1, c:c + k2]
                patch *= self.w
                res[r, c] = patch.sum() + self.b
        return res

f = Filter2D(np.array([[1., 2.], [3., 4.]]), pad=1)
print(f.forward(np.arange(12).reshape(3, 4)))
