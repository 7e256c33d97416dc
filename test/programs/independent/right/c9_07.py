import numpy as np

class Pooling:
    def __init__(self, pool_h, pool_w, stride=1, pad=0):
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride
        self.pad = pad

    def _windows(self, oh, ow):
        for y in range(self.pool_h):
            for x in range(self.pool_w):
                yield (slice(None), slice(None),
                       slice(y, y + self.stride * (oh - 1) + 1, self.stride),
                       slice(x, x + self.stride * (ow - 1) + 1, self.stride))

    def forward(self, x):
        N, C, H, W = x.shape
        p = self.pad
        self.out_h = int(1 + (H + 2 * p - self.pool_h) / self.stride)
        self.out_w = int(1 + (W + 2 * p - self.pool_w) / self.stride)
        self.x_shape = x.shape
        img = np.full((N, C, H + 2 * p, W + 2 * p), -np.inf)
        img[:, :, p:p + H, p:p + W] = x
        stack = np.stack([img[win] for win in self._windows(self.out_h, self.out_w)])
        self.arg_max = stack.argmax(axis=0)
        return stack.max(axis=0)

    def backward(self, dout):
        N, C, H, W = self.x_shape
        p = self.pad
        dimg = np.zeros((N, C, H + 2 * p, W + 2 * p))
        for number, win in enumerate(self._windows(self.out_h, self.out_w)):
            dimg[win] += dout * (self.arg_max == number)
        return dimg[:, :, p:p + H, p:p + W]

np.random.seed(7)
pool = Pooling(3, 2, stride=2, pad=1)
x = np.random.randn(2, 3, 7, 6)
y = pool.forward(x)
print(y.shape)
print(pool.backward(np.ones_like(y))[0, 0])
