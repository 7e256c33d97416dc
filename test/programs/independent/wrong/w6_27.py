import numpy as np

class MaxPooling(object):
    def __init__(self, ksize=2, stride=2):
        self.k = ksize
        self.s = stride

    def forward(self, x):
        self.x = x
        n, c, h, w = x.shape
        oh = (h - self.k) // self.s + 1
        ow = w // self.s
        out = np.zeros((n, c, oh, ow))
        self.idx = np.zeros((n, c, oh, ow), dtype=int)
        for b in range(n):
            for ch in range(c):
                for i in range(oh):
                    for j in range(ow):
                        patch = x[b, ch, i*self.s:i*self.s+self.k, j*self.s:j*self.s+self.k]
                        out[b, ch, i, j] = patch.max()
                        self.idx[b, ch, i, j] = patch.argmax()
        return out

    def backward(self, eta):
        n, c, oh, ow = eta.shape
        dx = np.zeros_like(self.x)
        for b in range(n):
            for ch in range(c):
                for i in range(oh):
                    for j in range(ow):
                        r, q = np.unravel_index(self.idx[b, ch, i, j], (oh, ow))
                        dx[b, ch, i*self.s + r, j*self.s + q] += eta[b, ch, i, j]
        return dx

np.random.seed(11)
mp = MaxPooling(ksize=3, stride=2)
data = np.random.randn(1, 2, 9, 9)
y = mp.forward(data)
print(y.shape)
eta = np.random.randn(*y.shape)
print(mp.backward(eta)[0, 1])
