import numpy as np

class AvgPool2D:
    def __init__(self, k, stride):
        self.k = k
        self.stride = stride
        self.cache = None

    def forward(self, x):
        n, c, h, w = x.shape
        oh = (h - self.k) // self.stride + 1
        ow = (w - self.k) // self.stride + 1
        out = np.empty((n, c, oh, ow))
        for i in range(oh):
            for j in range(ow):
                a, b = i * self.stride, j * self.stride
                out[..., i, j] = x[..., a:a + self.k, b:b + self.k].mean(axis=(-2, -1))
        self.cache = x.shape
        return out

    def backward(self, grad):
        dx = np.zeros(self.cache)
        share = grad
        for i in range(grad.shape[2]):
            for j in range(grad.shape[3]):
                a, b = i * self.stride, j * self.stride
                dx[..., a:a + self.k, b:b + self.k] += share[..., i, j][..., None, None]
        return dx

layer = AvgPool2D(3, 2)
x = np.arange(2 * 1 * 7 * 7, dtype=np.float64).reshape(2, 1, 7, 7)
y = layer.forward(x)
print(y[0, 0])
print(layer.backward(np.ones_like(y))[0, 0])
