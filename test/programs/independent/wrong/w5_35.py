import numpy as np

class Conv2D:
    def __init__(self, n_filters, size, in_channels, stride=1, padding=0, seed=0):
        rng = np.random.RandomState(seed)
        self.W = rng.randn(size, size, in_channels, n_filters) * 0.1
        self.b = rng.randn(n_filters)
        self.size, self.stride, self.padding = size, stride, padding

    def forward(self, X):
        m, H, W, C = X.shape
        p, s, f = self.padding, self.stride, self.size
        Xp = np.pad(X, [(0, 0), (p, p), (0, 0), (0, 0)])
        oh = (Xp.shape[1] - f) // s + 1
        ow = (Xp.shape[2] - f) // s + 1
        K = self.W.shape[3]
        out = np.zeros((m, oh, ow, K))
        for i in range(oh):
            for j in range(ow):
                for k in range(K):
                    patch = Xp[:, i*s:i*s+f, j*s:j*s+f, :]
                    out[:, i, j, k] = (patch * self.W[:, :, :, k]).sum(axis=(1, 2, 3)) + self.b
        return out

np.random.seed(0)
layer = Conv2D(4, 3, 2, stride=1, padding=1)
out = layer.forward(np.random.randn(4, 5, 6, 2))
print(out.shape, out[0, 0, 0])
