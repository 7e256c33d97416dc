import numpy as np

class AvgPool:
    """count_include_pad=False: only real pixels count in the mean. Input (C, H, W)."""
    def __init__(self, k, stride, pad):
        self.k, self.s, self.p = k, stride, pad

    def forward(self, x):
        k, s, p = self.k, self.s, self.p
        c, h, w = x.shape
        xp = np.pad(x, ((0, 0), (p, p), (p, p)))
        ones = np.pad(np.ones((h, w)), p, mode="edge")
        oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
        y = np.zeros((c, oh, ow))
        for i in range(oh):
            for j in range(ow):
                sl = (slice(i * s, i * s + k), slice(j * s, j * s + k))
                y[:, i, j] = xp[:, sl[0], sl[1]].sum(axis=(1, 2)) / ones[sl].sum()
        return y

np.random.seed(9)
print(AvgPool(3, 2, 1).forward(np.random.rand(2, 5, 7)))
