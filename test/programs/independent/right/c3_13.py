import numpy as np

class Conv2D:
    """2D convolution, channels last, weights (kh, kw, c_in, c_out)"""

    def __init__(self, W, b, stride=(1, 1), pad=0):
        self.W, self.b = W, b
        self.sh, self.sw = stride
        self.pad = pad

    def _windows(self, X):
        kh, kw = self.W.shape[:2]
        oh = (X.shape[1] - kh) // self.sh + 1
        ow = (X.shape[2] - kw) // self.sw + 1
        for i in range(oh):
            for j in range(ow):
                yield i, j, slice(i * self.sh, i * self.sh + kh), slice(j * self.sw, j * self.sw + kw)

    def forward(self, X):
        p = self.pad
        self.Xp = np.pad(X, ((0, 0), (p, p), (p, p), (0, 0)))
        self.x_shape = X.shape
        kh, kw, _, co = self.W.shape
        oh = (self.Xp.shape[1] - kh) // self.sh + 1
        ow = (self.Xp.shape[2] - kw) // self.sw + 1
        Y = np.empty((X.shape[0], oh, ow, co))
        for i, j, r, c in self._windows(self.Xp):
            Y[:, i, j] = np.einsum('nhwc,hwco->no', self.Xp[:, r, c], self.W) + self.b
        return Y

    def backward(self, dY):
        dXp = np.zeros_like(self.Xp)
        self.dW = np.zeros_like(self.W)
        self.db = dY.sum((0, 1, 2))
        for i, j, r, c in self._windows(self.Xp):
            self.dW += np.einsum('nhwc,no->hwco', self.Xp[:, r, c], dY[:, i, j])
            dXp[:, r, c] += np.einsum('no,hwco->nhwc', dY[:, i, j], self.W)
        _, h, w, _ = self.x_shape
        return dXp[:, self.pad:self.pad + h, self.pad:self.pad + w]

np.random.seed(10)
layer = Conv2D(np.random.randn(3, 2, 2, 4), np.random.randn(4), stride=(2, 1), pad=1)
y = layer.forward(np.random.randn(2, 6, 5, 2))
dx = layer.backward(np.random.randn(*y.shape))
print(y.shape, dx.shape, layer.db)
