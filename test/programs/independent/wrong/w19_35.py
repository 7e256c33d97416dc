import numpy as np

class AvgPool:
    def __init__(self, kernel, stride=None):
        self.kernel = kernel
        self.stride = stride or kernel

    def forward(self, x):
        n, c, h, w = x.shape
        k, s = self.kernel, self.stride
        self.in_shape = x.shape
        oh = (h - k) // s
        ow = (w - k) // s + 1
        y = np.zeros((n, c, oh, ow))
        for i in range(oh):
            for j in range(ow):
                y[:, :, i, j] = x[:, :, i*s:i*s+k, j*s:j*s+k].mean(axis=(2, 3))
        return y

    def backward(self, dy):
        k, s = self.kernel, self.stride
        dx = np.zeros(self.in_shape)
        _, _, oh, ow = dy.shape
        for i in range(oh):
            for j in range(ow):
                dx[:, :, i*s:i*s+k, j*s:j*s+k] += dy[:, :, i, j][:, :, None, None] / (s * s)
        return dx

rng = np.random.default_rng(35)
x = rng.normal(size=(2, 3, 7, 7))
pool = AvgPool(3, 2)
y = pool.forward(x)
dx = pool.backward(np.ones_like(y))
print(y.shape, dx.sum())
