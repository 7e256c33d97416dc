import numpy as np

class MaxPoolCeil:
    def __init__(self, kernel_size, stride, ceil_mode=False):
        self.k, self.s, self.ceil_mode = kernel_size, stride, ceil_mode

    def _size(self, n):
        if self.ceil_mode:
            o = -(-(n - self.k) // self.s) + 1
            if (o - 1) * self.s >= n:      # last window must start inside
                o -= 1
            return o
        return (n - self.k) // self.s + 1

    def __call__(self, x):
        n, c, h, w = x.shape
        out = np.full((n, c, self._size(h), self._size(w)), -np.inf)
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                top, left = i * self.s, j * self.s
                win = x[:, :, top:top + self.k, left:left + self.k]   # numpy clips the end
                out[:, :, i, j] = win.max(axis=(2, 3))
        return out

np.random.seed(3)
x = np.random.randn(1, 1, 5, 6)
print(MaxPoolCeil(2, 2)(x))
print(MaxPoolCeil(2, 2, ceil_mode=True)(x))
