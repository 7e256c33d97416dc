import numpy as np

class MaxPoolLayer:
    def __init__(self, kh, kw, stride):
        self.kh, self.kw, self.stride = kh, kw, stride

    def forward(self, X):
        self.X = X
        N, C, H, W = X.shape
        out = np.zeros((N, C, (H - self.kh) // self.stride + 1, (W - self.kw) // self.stride + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                r, c = i * self.stride, j * self.stride
                out[:, :, i, j] = X[:, :, r:r + self.kh, c:c + self.kw].max(axis=(2, 3))
        return out

    def backward(self, dY):
        dX = np.zeros_like(self.X)
        N, C, Ho, Wo = dY.shape
        for n in range(N):
            for ch in range(C):
                for i in range(Ho):
                    for j in range(Wo):
                        r, c = i * self.stride, j * self.stride
                        win = self.X[n, ch, r:r + self.kh, c:c + self.kw]
                        a, b = np.unravel_index(np.argmax(win), (self.kw, self.kh))
                        dX[n, ch, r + a, c + b] += dY[n, ch, i, j]
        return dX

np.random.seed(5)
X = np.random.randn(1, 2, 6, 6)
mp = MaxPoolLayer(2, 3, 2)
Y = mp.forward(X)
dX = mp.backward(np.ones_like(Y))
print(Y)
print(dX)
