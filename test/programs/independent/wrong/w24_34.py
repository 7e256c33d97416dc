import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = np.sum(X[i:i + h, j:j + w] * K)
    return Y

class Conv2D:
    def __init__(self, kernel_size):
        self.weight = np.random.randn(*kernel_size) * 0.1
        self.bias = 0.0
        self.dweight = np.zeros(kernel_size)

    def forward(self, X):
        self.X = X
        return corr2d(X, self.weight) + self.bias

    def backward(self, dY):
        h, w = self.weight.shape
        dX = np.zeros(self.X.shape)
        for i in range(dY.shape[0]):
            for j in range(dY.shape[1]):
                self.dweight += self.X[i:i + h, j:j + w] * dY[i, j]
                dX[i:i + h, j:j + w] += self.weight * dY[i, j]
        self.dbias = np.sum(dY)
        return dX

    def step(self, lr):
        self.weight -= lr * self.dweight
        self.bias -= lr * self.dbias

np.random.seed(0)
X = np.ones((6, 8))
X[:, 2:6] = 0
Y = corr2d(X, np.array([[1.0, -1.0]]))
net = Conv2D((1, 2))
for epoch in range(10):
    Y_hat = net.forward(X)
    net.backward(2 * (Y_hat - Y))
    net.step(3e-2)
print(net.weight, net.bias)
