import numpy as np


class MaxPool:
    def __init__(self, pool_h, pool_w):
        self.pool_h = pool_h
        self.pool_w = pool_w

    def forward(self, x):
        N, C, H, W = x.shape
        ph, pw = self.pool_h, self.pool_w
        oh, ow = H // ph, W // pw
        self.in_shape = x.shape
        # (N, oh, ow, C, ph*pw)
        blocks = x[:, :, :oh*ph, :ow*pw].reshape(N, C, oh, ph, ow, pw)
        blocks = blocks.transpose(0, 2, 4, 1, 3, 5).reshape(-1, ph * pw)
        self.arg_max = np.argmax(blocks, axis=1)
        out = blocks.max(axis=1)
        return out.reshape(N, oh, ow, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        N, C, H, W = self.in_shape
        ph, pw = self.pool_h, self.pool_w
        oh, ow = H // ph, W // pw
        dmax = np.zeros((dout.size, ph * pw))
        dmax[np.arange(self.arg_max.size), self.arg_max] = dout.flatten()
        dmax = dmax.reshape(N, oh, ow, C, ph, pw).transpose(0, 3, 1, 4, 2, 5)
        dx = np.zeros(self.in_shape)
        dx[:, :, :oh*ph, :ow*pw] = dmax.reshape(N, C, oh*ph, ow*pw)
        return dx


np.random.seed(11)
pool = MaxPool(2, 2)
x = np.random.rand(2, 3, 5, 6)
y = pool.forward(x)
print(y)
print(pool.backward(np.random.rand(*y.shape)))
