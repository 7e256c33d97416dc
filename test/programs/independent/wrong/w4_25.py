import numpy as np

class Conv:
    """Couche de convolution NHWC, stride 1, sans padding"""
    def __init__(self, W, b, lr=0.1):
        self.W = W    # (kh, kw, cin, cout)
        self.b = b
        self.lr = lr

    def forward(self, X):
        self.X = X
        kh, kw, cin, cout = self.W.shape
        n, h, w, _ = X.shape
        Y = np.zeros((n, h - kh + 1, w - kw + 1, cout))
        for i in range(Y.shape[1]):
            for j in range(Y.shape[2]):
                Y[:, i, j, :] = np.tensordot(X[:, i:i+kh, j:j+kw, :], self.W, axes=3) + self.b
        return Y

    def backward(self, dY):
        kh, kw, cin, cout = self.W.shape
        dW = np.zeros_like(self.W)
        dX = np.zeros_like(self.X)
        for i in range(dY.shape[1]):
            for j in range(dY.shape[2]):
                dW += np.tensordot(self.X[:, i:i+kh, j:j+kw, :], dY[:, i, j, :], axes=(0, 0))
        # mise à jour
        self.b -= self.lr * dY.sum(axis=(0, 1, 2))
        self.W -= self.lr * dW
        # gradient pour la couche précédente
        for i in range(dY.shape[1]):
            for j in range(dY.shape[2]):
                dX[:, i:i+kh, j:j+kw, :] += np.tensordot(dY[:, i, j, :], self.W, axes=(1, 3))
        return dX

np.random.seed(4)
c = Conv(np.random.randn(3, 3, 2, 4), np.zeros(4))
X = np.random.randn(2, 6, 5, 2)
Y = c.forward(X)
dX = c.backward(np.ones_like(Y))
print(Y.shape, dX.shape, dX[0, 2, 2])
