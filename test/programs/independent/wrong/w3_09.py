import numpy as np

class AveragePooling2D:
    """channels last"""
    def __init__(self, k=2, stride=2):
        self.k, self.stride = k, stride

    def forward(self, x):
        self.shape = x.shape
        n, h, w, c = x.shape
        oh = 1 + (h - self.k) // self.stride
        ow = 1 + (w - self.k) // self.stride
        out = np.zeros((n, ow, oh, c))
        for i in range(oh):
            for j in range(ow):
                r, q = i * self.stride, j * self.stride
                out[:, i, j, :] = x[:, r:r + self.k, q:q + self.k, :].mean(axis=(1, 2))
        return out

    def backward(self, grad):
        dx = np.zeros(self.shape)
        for i in range(grad.shape[1]):
            for j in range(grad.shape[2]):
                r, q = i * self.stride, j * self.stride
                dx[:, r:r + self.k, q:q + self.k, :] += grad[:, i:i + 1, j:j + 1, :] / self.k
        return dx

pool = AveragePooling2D()
x = np.arange(32.).reshape(1, 4, 4, 2)
y = pool.forward(x)
print(y[0, ..., 0])
print(pool.backward(np.ones_like(y))[0, ..., 0])
