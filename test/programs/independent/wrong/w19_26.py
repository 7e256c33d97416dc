import numpy as np

class MaxPool2D:
    def __init__(self, size=2, stride=2):
        self.size, self.stride = size, stride
        self.argmax = {}

    def forward(self, x):
        self.x_shape = x.shape
        N, C, H, W = x.shape
        k, s = self.size, self.stride
        oh, ow = (H - k) // s + 1, (W - k) // s + 1
        y = np.zeros((N, C, oh, ow))
        for n in range(N):
            for c in range(C):
                for i in range(oh):
                    for j in range(ow):
                        blk = x[n, c, i*s:i*s+k, j*s:j*s+k]
                        y[n, c, i, j] = blk.max()
                        self.argmax[c, i, j] = np.unravel_index(blk.argmax(), blk.shape)
        return y

    def backward(self, dy):
        dx = np.zeros(self.x_shape)
        s = self.stride
        for n, c, i, j in np.ndindex(*dy.shape):
            a, b = self.argmax[c, i, j]
            dx[n, c, i*s + a, j*s + b] += dy[n, c, i, j]
        return dx

np.random.seed(26)
x = np.random.randn(3, 2, 6, 6)
p = MaxPool2D(3, 1)
y = p.forward(x)
dy = np.random.randn(*y.shape)
dx = p.backward(dy)
print(y.shape, dx.sum())
