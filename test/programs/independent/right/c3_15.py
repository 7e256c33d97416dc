import numpy as np

class AvgPool2D:
    def __init__(self, k, s=None):
        self.k = k
        self.s = s or k

    def forward(self, x):
        self.shape = x.shape
        n, c, h, w = x.shape
        k, s = self.k, self.s
        out = np.zeros((n, c, (h - k) // s + 1, (w - k) // s + 1))
        # sum of the shifted images
        for u in range(k):
            for v in range(k):
                out += x[:, :, u:h - k + u + 1:s, v:w - k + v + 1:s]
        return out / k ** 2

    def backward(self, grad):
        dx = np.zeros(self.shape)
        n, c, oh, ow = grad.shape
        for i in range(oh):
            for j in range(ow):
                dx[:, :, i * self.s:i * self.s + self.k, j * self.s:j * self.s + self.k] += grad[:, :, i:i + 1, j:j + 1] / self.k ** 2
        return dx

ap = AvgPool2D(2)
x = np.arange(32.).reshape(1, 2, 4, 4)
print(ap.forward(x))
print(ap.backward(np.arange(8.).reshape(1, 2, 2, 2)))
