import numpy as np

class MaxPooling:
    def __init__(self, k, s):
        self.k = k
        self.s = s

    def forward(self, x):
        self.x = x
        C, H, W = x.shape
        k, s = self.k, self.s
        oh = (H - k) // s
        ow = (W - k) // s + 1
        out = np.zeros((C, oh, ow))
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    out[c, i, j] = x[c, i*s:i*s+k, j*s:j*s+k].max()
        return out

    def backward(self, dy):
        k, s = self.k, self.s
        dx = np.zeros_like(self.x)
        C, oh, ow = dy.shape
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    w = self.x[c, i*s:i*s+k, j*s:j*s+k]
                    r, q = divmod(np.argmax(w), k)
                    dx[c, i*s + r, q] += dy[c, i, j]
        return dx

np.random.seed(77)
p = MaxPooling(2, 2)
a = np.random.randn(2, 6, 6)
y = p.forward(a)
print(y.shape)
print(p.backward(np.ones((2, 3, 3))))
