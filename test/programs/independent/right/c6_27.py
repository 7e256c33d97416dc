import numpy as np

class OverlappingMaxPool:
    # AlexNet: z = 3, s = 2
    def __init__(self, z=3, s=2):
        self.z, self.s = z, s
        self.switches = {}

    def forward(self, x):
        H, W, C = x.shape
        self.x_shape = x.shape
        oh, ow = (H - self.z) // self.s + 1, (W - self.z) // self.s + 1
        y = np.empty((oh, ow, C))
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    w = x[i * self.s:i * self.s + self.z, j * self.s:j * self.s + self.z, c]
                    di, dj = divmod(int(w.argmax()), self.z)
                    self.switches[i, j, c] = (i * self.s + di, j * self.s + dj)
                    y[i, j, c] = w[di, dj]
        return y

    def backward(self, dy):
        dx = np.zeros(self.x_shape)
        for (i, j, c), (r, q) in self.switches.items():
            dx[r, q, c] += dy[i, j, c]
        return dx

np.random.seed(19)
x = np.random.randn(7, 9, 2)
pool = OverlappingMaxPool()
y = pool.forward(x)
print(y[..., 0])
print(pool.backward(np.ones_like(y))[..., 0])
