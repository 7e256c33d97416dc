import numpy as np

class MaxPool:
    def __init__(self, size=2, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        m, H, W, C = X.shape
        f, s = self.size, self.stride
        oH = (H - f) // s + 1
        oW = (W - f) // s + 1
        out = np.empty((m, oH, oW, C))
        self.where = np.empty((m, oH, oW, C), dtype=int)
        for i in range(oH):
            for j in range(oW):
                flat = X[:, i * s:i * s + f, j * s:j * s + f, :].reshape(m, f * f, C)
                self.where[:, i, j, :] = flat.argmax(axis=1)
                out[:, i, j, :] = flat.max(axis=1)
        self.in_shape = X.shape
        return out

    def backward(self, dout):
        f, s = self.size, self.stride
        dX = np.zeros(self.in_shape)
        m, oH, oW, C = dout.shape
        bi, ii, ji, ci = np.indices(dout.shape)
        rows = ii * s + self.where // f
        cols = ji * s + self.where % f
        np.add.at(dX, (bi, rows, cols, ci), dout)
        return dX

np.random.seed(14)
pool = MaxPool(3, 2)
X = np.random.randn(2, 7, 9, 3)
Y = pool.forward(X)
dX = pool.backward(np.random.randn(*Y.shape))
print(Y.shape, dX.shape)
print(dX[0, :, :, 1])
