import numpy as np

class ConvLayer:
    def __init__(self, W, b=None, stride=1, pad=0):
        self.W = W                  # (F, C, k, k)
        self.b = b
        self.stride = stride
        self.pad = pad

    def _pad(self, x):
        p = self.pad
        return np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="constant")

    def fwd(self, x):
        N = len(x)
        F, C, kh, kw = self.W.shape
        xp = self._pad(x)
        Ho = (xp.shape[2] - kh) // self.stride + 1
        Wo = (xp.shape[3] - kw) // self.stride + 1
        y = np.zeros((N, F, Ho, Wo))
        for r in range(Ho):
            for c in range(Wo):
                r0, c0 = r * self.stride, c * self.stride
                block = xp[:, np.newaxis, :, r0:r0 + kh, c0:c0 + kw]
                y[:, :, r, c] = (block * self.W).sum(axis=(2, 3, 4))
        if self.b:
            y += self.b.reshape(1, F, 1, 1)
        return y

np.random.seed(12)
layer = ConvLayer(np.random.randn(2, 3, 3, 3), np.array([0.5, -1.0]), stride=2, pad=1)
y = layer.fwd(np.random.randn(1, 3, 7, 5))
print(y)
