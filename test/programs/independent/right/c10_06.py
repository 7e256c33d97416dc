import numpy as np

class Pooling:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h, self.pool_w = pool_h, pool_w
        self.stride, self.pad = stride, pad

    def forward(self, x):
        N, C, H, W = x.shape
        s, p = self.stride, self.pad
        out_h = int(1 + (H + 2 * p - self.pool_h) / s)
        out_w = int(1 + (W + 2 * p - self.pool_w) / s)
        big = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        col = np.empty((self.pool_h * self.pool_w, N, C, out_h, out_w))
        t = 0
        for a in range(self.pool_h):
            for b in range(self.pool_w):
                col[t] = big[:, :, a:a + s * out_h:s, b:b + s * out_w:s]
                t += 1
        self.arg_max = col.argmax(axis=0)
        self.x = x
        return col.max(axis=0)

    def backward(self, dout):
        N, C, H, W = self.x.shape
        s, p = self.stride, self.pad
        dbig = np.zeros((N, C, H + 2 * p + s, W + 2 * p + s))
        out_h, out_w = dout.shape[2:]
        for t in range(self.pool_h * self.pool_w):
            a, b = divmod(t, self.pool_w)
            dbig[:, :, a:a + s * out_h:s, b:b + s * out_w:s] += np.where(self.arg_max == t, dout, 0)
        return dbig[:, :, p:p + H, p:p + W]

x = np.random.RandomState(6).randn(2, 2, 6, 7)
layer = Pooling(3, 2, stride=2, pad=1)
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y.shape, dx.sum())
