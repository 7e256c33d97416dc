import numpy as np

class GlobalAveragePooling2D:
    def forward(self, x):
        # x : (N, H, W, C)  ->  (N, C)
        self.shape = x.shape
        return x.mean(axis=(1, 2))

    def backward(self, dy):
        n, h, w, c = self.shape
        return np.ones(self.shape) * dy[:, None, None, :] / (h * w)

gap = GlobalAveragePooling2D()
x = np.arange(2 * 3 * 4 * 2, dtype=float).reshape(2, 3, 4, 2)
print(gap.forward(x))
print(gap.backward(np.array([[12., 24.], [0., 12.]]))[0, 0])
