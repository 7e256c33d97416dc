import numpy as np


class Conv1DLayer:
    """1-D convolution, input (batch, length, channels); trains itself with plain SGD."""

    def __init__(self, W, b, lr):
        self.W = W.copy()      # (size, c_in, c_out)
        self.b = b.copy()
        self.lr = lr

    def forward(self, x):
        self.x = x
        size = self.W.shape[0]
        self.n_out = x.shape[1] - size + 1
        y = np.zeros((x.shape[0], self.n_out, self.W.shape[2]))
        for t in range(self.n_out):
            y[:, t] = np.einsum("bsc,sco->bo", x[:, t:t + size], self.W) + self.b
        return y

    def backward(self, dy):
        size = self.W.shape[0]
        dW = np.zeros_like(self.W)
        for t in range(self.n_out):
            dW += np.einsum("bsc,bo->sco", self.x[:, t:t + size], dy[:, t])
        self.W -= self.lr * dW
        self.b -= self.lr * dy.sum(axis=(0, 1))

        dx = np.zeros_like(self.x)
        for t in range(self.n_out):
            dx[:, t:t + size] += np.einsum("bo,sco->bsc", dy[:, t], self.W)
        return dx


np.random.seed(2)
layer = Conv1DLayer(np.random.randn(3, 2, 4), np.zeros(4), lr=0.1)
x = np.random.randn(5, 8, 2)
for epoch in range(3):
    y = layer.forward(x)
    print("loss", 0.5 * (y ** 2).sum())
    dx = layer.backward(y)
print(dx[0])
