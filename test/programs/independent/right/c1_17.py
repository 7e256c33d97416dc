import numpy as np

class MeanPool:
    def __init__(self, size, stride=None):
        self.kh, self.kw = (size, size) if np.isscalar(size) else size
        self.stride = stride or self.kh

    def forward(self, x):
        self.shape = x.shape
        s = self.stride
        h = (x.shape[2] - self.kh) // s + 1
        w = (x.shape[3] - self.kw) // s + 1
        y = np.zeros(x.shape[:2] + (h, w))
        for a in range(self.kh):
            for b in range(self.kw):
                y += x[:, :, a:a + (h - 1) * s + 1:s, b:b + (w - 1) * s + 1:s]
        return y / (self.kh * self.kw)

    def backward(self, dy):
        dx = np.zeros(self.shape)
        s = self.stride
        h, w = dy.shape[2:]
        g = dy / (self.kh * self.kw)
        for a in range(self.kh):
            for b in range(self.kw):
                dx[:, :, a:a + (h - 1) * s + 1:s, b:b + (w - 1) * s + 1:s] += g
        return dx

m = MeanPool((2, 3), stride=2)
x = np.arange(48.).reshape(1, 2, 4, 6)
y = m.forward(x)
print(y)
print(m.backward(y))
