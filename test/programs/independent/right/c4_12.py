import numpy as np

class Pooling:
    """max pooling of Deep Learning from Scratch with an im2col made from a window view"""
    def __init__(self, pool_h, pool_w, stride=1):
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride
        self.x = None
        self.arg_max = None

    def forward(self, x):
        N, C, H, W = x.shape
        out_h = int(1 + (H - self.pool_h) / self.stride)
        out_w = int(1 + (W - self.pool_w) / self.stride)
        col = np.zeros((N, C, self.pool_h, self.pool_w, out_h, out_w))
        for y in range(self.pool_h):
            for z in range(self.pool_w):
                col[:, :, y, z] = x[:, :, y:y + self.stride*out_h:self.stride, z:z + self.stride*out_w:self.stride]
        col = col.transpose(0, 4, 5, 1, 2, 3).reshape(-1, self.pool_h*self.pool_w)
        self.arg_max = np.argmax(col, axis=1)
        out = np.max(col, axis=1)
        self.x = x
        return out.reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        dout = dout.transpose(0, 2, 3, 1)
        N, out_h, out_w, C = dout.shape
        pool_size = self.pool_h * self.pool_w
        dmax = np.zeros((dout.size, pool_size))
        dmax[np.arange(self.arg_max.size), self.arg_max.flatten()] = dout.flatten()
        dmax = dmax.reshape(N, out_h, out_w, C, self.pool_h, self.pool_w).transpose(0, 3, 4, 5, 1, 2)
        dx = np.zeros_like(self.x)
        for y in range(self.pool_h):
            for z in range(self.pool_w):
                dx[:, :, y:y + self.stride*out_h:self.stride, z:z + self.stride*out_w:self.stride] += dmax[:, :, y, z]
        return dx

np.random.seed(1)
pool = Pooling(2, 2, stride=2)
x = np.random.rand(2, 3, 4, 4)
print(pool.forward(x))
print(pool.backward(np.ones((2, 3, 2, 2)))[0])
