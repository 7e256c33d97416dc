import numpy as np

class ConvLayer:
    def __init__(self, n_filters, n_channels, k, lr=0.1):
        rng = np.random.RandomState(0)
        self.W = rng.randn(n_filters, n_channels, k, k) * 0.1
        self.b = np.zeros(n_filters)
        self.lr = lr
        self.k = k

    def forward(self, x):
        self.x = x
        k = self.k
        n, c, h, w = x.shape
        y = np.zeros((n, len(self.W), h - k + 1, w - k + 1))
        for i in range(y.shape[2]):
            for j in range(y.shape[3]):
                y[:, :, i, j] = np.tensordot(x[:, :, i:i+k, j:j+k], self.W, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return y

    def backward(self, dy):
        k = self.k
        dW = np.zeros_like(self.W)
        dx = np.zeros_like(self.x)
        for i in range(dy.shape[2]):
            for j in range(dy.shape[3]):
                dW += np.tensordot(dy[:, :, i, j], self.x[:, :, i:i+k, j:j+k], axes=([0], [0]))
        self.W -= self.lr * dW
        for i in range(dy.shape[2]):
            for j in range(dy.shape[3]):
                dx[:, :, i:i+k, j:j+k] += np.tensordot(dy[:, :, i, j], self.W, axes=([1], [0]))
        self.b -= self.lr * dy.sum(axis=(0, 2, 3))
        return dx

layer = ConvLayer(3, 2, 3)
x = np.random.RandomState(1).randn(4, 2, 6, 6)
y = layer.forward(x)
print(layer.backward(y - 1.0)[0, 0, 0])
