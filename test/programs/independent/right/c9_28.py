import numpy as np

class FastMaxPool:
    """Non-overlapping pooling, size k x k, stride k. Rows and columns left over are ignored."""

    def __init__(self, k):
        self.k = k

    def forward(self, x):
        k = self.k
        N, C, H, W = x.shape
        self.x = x
        h, w = H - H % k, W - W % k
        self.out = x[:, :, :h, :w].reshape(N, C, h // k, k, w // k, k).max(5).max(3)
        return self.out

    def backward(self, dout):
        k = self.k
        up = lambda t: t.repeat(k, axis=3).repeat(k, axis=2)
        dx = np.zeros(self.x.shape)
        h, w = self.out.shape[2] * k, self.out.shape[3] * k
        hit = self.x[:, :, :h, :w] == up(self.out)
        dx[:, :, :h, :w] = hit * up(dout)
        return dx

rng = np.random.default_rng(28)
pool = FastMaxPool(2)
y = pool.forward(rng.normal(size=(2, 3, 5, 6)))
print(pool.backward(rng.normal(size=y.shape))[0, 0])
