import numpy as np

class MaxPool2d:
    """ max pooling with padding; the border is -inf so it never wins """
    def __init__(self, kernel, stride, padding=0):
        self.k, self.s, self.p = kernel, stride, padding

    def forward(self, x):
        p = self.p
        self.shape = x.shape
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), constant_values=-np.inf)
        N, C, H, W = xp.shape
        oh, ow = (H - self.k) // self.s + 1, (W - self.k) // self.s + 1
        out = np.empty((N, C, oh, ow))
        self.where = {}
        for n in range(N):
            for c in range(C):
                for i in range(oh):
                    for j in range(ow):
                        win = xp[n, c, i*self.s:i*self.s+self.k, j*self.s:j*self.s+self.k]
                        di, dj = divmod(int(np.argmax(win)), self.k)
                        out[n, c, i, j] = win[di, dj]
                        self.where[n, c, i, j] = (i*self.s + di - p, j*self.s + dj - p)
        return out

    def backward(self, dout):
        dx = np.zeros(self.shape)
        for (n, c, i, j), (y, x) in self.where.items():
            dx[n, c, y, x] += dout[n, c, i, j]
        return dx

pool = MaxPool2d(3, 2, 1)
rs = np.random.RandomState(7)
x = -rs.rand(1, 2, 6, 6)
y = pool.forward(x)
print(y)
print(pool.backward(rs.randn(*y.shape)))
