import numpy as np

class MaxPooling:
    def __init__(self, size, stride):
        self.size = size
        self.stride = stride

    def forward(self, a):
        self.a = a
        n, h, w, c = a.shape
        oh = 1 + (h - self.size) // self.stride
        ow = 1 + (w - self.size) // self.stride
        out = np.zeros((n, oh, ow, c))
        for i in range(oh):
            for j in range(ow):
                hs = i * self.stride
                ws = j * self.stride
                out[:, i, j, :] = a[:, hs:hs + self.size, ws:ws + self.size, :].max(axis=(1, 2))
        return out

    def backward(self, d_out):
        grad = np.zeros(self.a.shape)
        _, oh, ow, _ = d_out.shape
        for i in range(oh):
            for j in range(ow):
                hs = i * self.stride
                ws = j * self.stride
                cut = self.a[:, hs:hs + self.size, ws:ws + self.size, :]
                top = cut.max(axis=(1, 2), keepdims=True)
                grad[:, hs:hs + self.size, ws:ws + self.size, :] += (cut == top) * d_out[:, i:i + 1, j:j + 1, :]
        return grad

rng = np.random.RandomState(2)
pool = MaxPooling(3, 2)
y = pool.forward(rng.randn(2, 7, 6, 3))
dx = pool.backward(rng.randn(*y.shape))
