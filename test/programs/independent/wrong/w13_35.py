import numpy as np

class MaxPool:
    def __init__(self, size, stride):
        self.size = size
        self.stride = stride

    def forward(self, x):
        C, H, W = x.shape
        oh = (H - self.size) // self.stride + 1
        ow = (W - self.size) // self.stride + 1
        self.x_shape = x.shape
        self.best = np.zeros((C, oh, ow, 2), dtype=int)
        out = np.zeros((C, oh, ow))
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    best = -np.inf
                    for u in range(i * self.stride, i * self.stride + self.size):
                        for v in range(j * self.stride, j * self.stride + self.size):
                            if x[c, u, v] > best:
                                best = x[c, u, v]
                            self.best[c, i, j] = (u, v)
                    out[c, i, j] = best
        return out

    def backward(self, dout):
        dx = np.zeros(self.x_shape)
        for (c, i, j), g in np.ndenumerate(dout):
            u, v = self.best[c, i, j]
            dx[c, u, v] += g
        return dx

pool = MaxPool(2, 2)
x = np.random.RandomState(6).randn(2, 4, 6)
print(pool.forward(x))
print(pool.backward(np.ones((2, 2, 3))))
