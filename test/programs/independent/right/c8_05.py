import numpy as np

def im2col(x, k, s, p):
    N, C, H, W = x.shape
    oh, ow = (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    ch = np.repeat(np.arange(C), k * k)[:, None]
    i0 = np.tile(np.repeat(np.arange(k), k), C)
    j0 = np.tile(np.arange(k), k * C)
    i1 = s * np.repeat(np.arange(oh), ow)
    j1 = s * np.tile(np.arange(ow), oh)
    rows, cols = i0[:, None] + i1, j0[:, None] + j1
    return xp[:, ch, rows, cols], (ch, rows, cols)

class Conv:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.s, self.p = W, b, stride, pad

    def forward(self, x):
        self.x_shape = x.shape
        F, C, k, _ = self.W.shape
        self.cols, self.idx = im2col(x, k, self.s, self.p)
        out = np.matmul(self.W.reshape(F, -1), self.cols) + self.b[:, None]
        oh = (x.shape[2] + 2 * self.p - k) // self.s + 1
        return out.reshape(x.shape[0], F, oh, -1)

    def backward(self, dout):
        N, F = dout.shape[:2]
        d = dout.reshape(N, F, -1)
        self.db = d.sum((0, 2))
        self.dW = np.einsum('nfl,ncl->fc', d, self.cols).reshape(self.W.shape)
        dcols = np.matmul(self.W.reshape(F, -1).T, d)
        N, C, H, W = self.x_shape
        dxp = np.zeros((N, C, H + 2 * self.p, W + 2 * self.p))
        np.add.at(dxp, (slice(None), *self.idx), dcols)
        return dxp[:, :, self.p:self.p + H, self.p:self.p + W]

rs = np.random.RandomState(3)
layer = Conv(rs.randn(4, 3, 3, 3), rs.randn(4), stride=2, pad=1)
x = rs.randn(2, 3, 7, 6)
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y.shape, dx.shape)
