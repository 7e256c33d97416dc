import numpy as np

class AvgPool2D:
    """Average pooling (N, C, H, W); padded positions are not counted
    (count_include_pad=False)."""

    def __init__(self, kernel, stride, padding=0):
        self.k, self.s, self.p = kernel, stride, padding

    def _spans(self, size):
        n_out = (size + 2 * self.p - self.k) // self.s + 1
        spans = []
        for o in range(n_out):
            lo = o * self.s - self.p
            spans.append((max(lo, 0), min(lo + self.k, size)))
        return spans

    def forward(self, x):
        self.shape = x.shape
        rows, cols = self._spans(x.shape[2]), self._spans(x.shape[3])
        out = np.zeros(x.shape[:2] + (len(rows), len(cols)))
        for i, (r0, r1) in enumerate(rows):
            for j, (c0, c1) in enumerate(cols):
                out[:, :, i, j] = x[:, :, r0:r1, c0:c1].mean(axis=(2, 3))
        return out

    def backward(self, grad):
        dx = np.zeros(self.shape)
        rows, cols = self._spans(self.shape[2]), self._spans(self.shape[3])
        for i, (r0, r1) in enumerate(rows):
            for j, (c0, c1) in enumerate(cols):
                count = (r1 - r0) * (c1 - c0)
                dx[:, :, r0:r1, c0:c1] += grad[:, :, i, j, None, None] / count
        return dx

np.random.seed(13)
layer = AvgPool2D(3, 2, padding=1)
x = np.random.randn(2, 2, 5, 6)
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y[0, 0])
print(dx[0, 0])
