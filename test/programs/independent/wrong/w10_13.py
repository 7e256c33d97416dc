import numpy as np

class Conv2D:
    def __init__(self, in_ch, out_ch, k, stride=1, seed=0):
        rng = np.random.RandomState(seed)
        self.W = rng.randn(k, k, in_ch, out_ch) * 0.1
        self.b = np.zeros(out_ch)
        self.k, self.stride = k, stride

    def forward(self, X):
        self.X = X
        m, H, Wd, _ = X.shape
        oh = (H - self.k) // self.stride + 1
        ow = (Wd - self.k) // self.stride + 1
        Z = np.zeros((m, oh, ow, self.b.size))
        for r in range(oh):
            for c in range(ow):
                r0, c0 = r * self.stride, c * self.stride
                patch = X[:, r0:r0 + self.k, c0:c0 + self.k, :]
                Z[:, r, c, :] = np.tensordot(patch, self.W, axes=3) + self.b
        return Z

    def backward(self, dZ):
        dX = np.zeros_like(self.X)
        for n in range(dZ.shape[0]):
            self.dW = np.zeros_like(self.W)
            self.db = np.zeros_like(self.b)
            for r in range(dZ.shape[1]):
                for c in range(dZ.shape[2]):
                    r0, c0 = r * self.stride, c * self.stride
                    patch = self.X[n, r0:r0 + self.k, c0:c0 + self.k, :]
                    self.dW += patch[..., None] * dZ[n, r, c]
                    self.db += dZ[n, r, c]
                    dX[n, r0:r0 + self.k, c0:c0 + self.k, :] += self.W @ dZ[n, r, c]
        return dX

layer = Conv2D(2, 3, 3, stride=2)
X = np.random.RandomState(1).randn(3, 7, 5, 2)
Z = layer.forward(X)
dX = layer.backward(np.ones_like(Z))
print(Z.shape, dX.shape, layer.dW.shape, layer.db)
