import numpy as np

class AveragePooling:
    def __init__(self, pool_size, stride=None):
        self.ph, self.pw = pool_size
        self.stride = stride or self.ph

    def forward(self, X):
        self.shape = X.shape
        n, h, w, c = X.shape
        s = self.stride
        oh, ow = (h - self.ph) // s + 1, (w - self.pw) // s + 1
        out = np.zeros((n, oh, ow, c))
        for a in range(self.ph):
            for b in range(self.pw):
                out += X[:, a:a + s * oh:s, b:b + s * ow:s, :]
        return out / (self.ph * self.pw)

    def backward(self, grad):
        _, oh, ow, _ = grad.shape
        s = self.stride
        dX = np.zeros(self.shape)
        share = grad / (self.ph * self.pw)
        for a in range(self.ph):
            for b in range(self.pw):
                dX[:, a:a + s * oh:s, b:b + s * ow:s, :] += share
        return dX

np.random.seed(6)
layer = AveragePooling((2, 3), stride=2)
X = np.random.randn(2, 6, 7, 2)
Y = layer.forward(X)
print(Y.shape, layer.backward(np.ones_like(Y))[0, :, :, 0])
