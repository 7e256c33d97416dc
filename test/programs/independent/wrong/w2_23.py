import numpy as np

class Conv2d(object):
    def __init__(self, in_c, out_c, kernel=3, stride=1, pad=1):
        self.stride, self.pad, self.k = stride, pad, kernel
        self.W = np.random.randn(out_c, in_c, kernel, kernel) / np.sqrt(in_c * kernel ** 2)
        self.b = np.zeros(out_c)

    def __call__(self, x):
        return self.forward(x)

    def forward(self, x):
        p, s, k = self.pad, self.stride, self.k
        self.in_shape = x.shape
        self.xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        H = (x.shape[2] + 2 * p - k) // s + 1
        W = (x.shape[3] + 2 * p - k) // s + 1
        out = np.zeros((x.shape[0], self.W.shape[0], H, W))
        for i in range(H):
            for j in range(W):
                win = self.xp[:, :, i * s:i * s + k, j * s:j * s + k]
                out[:, :, i, j] = np.einsum("nchw,fchw->nf", win, self.W) + self.b
        return out

    def backward(self, g):
        p, s, k = self.pad, self.stride, self.k
        self.gb = g.sum(axis=(0, 2, 3))
        self.gW = np.zeros_like(self.W)
        gx = np.zeros_like(self.xp)
        for i in range(g.shape[2]):
            for j in range(g.shape[3]):
                win = self.xp[:, :, i * s:i * s + k, j * s:j * s + k]
                self.gW += np.einsum("nf,nchw->fchw", g[:, :, i, j], win)
                gx[:, :, i * s:i * s + k, j * s:j * s + k] += np.einsum("nf,fchw->nchw", g[:, :, i, j], self.W)
        return gx

np.random.seed(0)
c = Conv2d(3, 4)
y = c(np.random.randn(2, 3, 8, 8))
print(y.shape, c.backward(y).shape)
