import numpy as np


class Pooling:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride
        self.x = None
        self.arg_max = None

    def forward(self, x):
        N, C, H, W = x.shape
        out_h = int(1 + (H - self.pool_h) / self.stride)
        out_w = int(1 + (W - self.pool_w) / self.stride)
        col = np.empty((N, C, out_h, out_w, self.pool_h * self.pool_w))
        for k in range(self.pool_h * self.pool_w):
            a, b = k // self.pool_w, k % self.pool_w
            col[..., k] = x[:, :, a::self.stride, b::self.stride][:, :, :out_h, :out_w]
        self.x = x
        self.arg_max = col.argmax(axis=-1)
        return col.max(axis=-1)

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        out_h, out_w = dout.shape[2:]
        for k in range(self.pool_h * self.pool_w):
            a, b = k // self.pool_w, k % self.pool_w
            part = np.where(self.arg_max == k, dout, 0)
            dx[:, :, a::self.stride, b::self.stride][:, :, :out_h, :out_w] += part
        return dx


np.random.seed(4)
p = Pooling(2, 3, stride=2)
y = p.forward(np.random.rand(2, 3, 6, 7))
print(y.shape, p.backward(np.ones_like(y)).sum())
