import numpy as np

class MaxPool:
    def __init__(self, size, stride):
        self.size = size
        self.stride = stride

    def windows(self, shape):
        for i in range((shape[2] - self.size) // self.stride + 1):
            for j in range((shape[3] - self.size) // self.stride + 1):
                y, x = i * self.stride, j * self.stride
                yield i, j, slice(y, y + self.size), slice(x, x + self.size)

    def forward(self, x):
        x_cache = x
        oh = (x.shape[2] - self.size) // self.stride + 1
        ow = (x.shape[3] - self.size) // self.stride + 1
        out = np.zeros(x.shape[:2] + (oh, ow))
        for i, j, rows, cols in self.windows(x.shape):
            out[:, :, i, j] = np.amax(x[:, :, rows, cols], axis=(2, 3))
        return out

    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        for i, j, rows, cols in self.windows(self.x.shape):
            patch = self.x[:, :, rows, cols]
            mask = patch == patch.max(axis=(2, 3), keepdims=True)
            dx[:, :, rows, cols] += mask * dout[:, :, i, j][:, :, None, None]
        return dx

np.random.seed(9)
pool = MaxPool(2, 2)
x = np.random.randn(1, 2, 4, 4)
y = pool.forward(x)
print(y)
print(pool.backward(np.ones_like(y)))
