import numpy as np

class MaxPool2:
    """2x2 max pooling on a (H, W, C) array that remembers where the maxima were."""

    def forward(self, t):
        self.src_shape = t.shape
        self.where = {}
        H, W, C = t.shape
        out = np.empty((H // 2, W // 2, C))
        for c in range(C):
            for i in range(H // 2):
                for j in range(W // 2):
                    w = t[2 * i:2 * i + 2, 2 * j:2 * j + 2, c]
                    a, b = divmod(int(w.argmax()), 2)
                    out[i, j, c] = w[a, b]
                    self.where[i, j] = (2 * i + a, 2 * j + b)
        return out

    def backward(self, g):
        d = np.zeros(self.src_shape)
        for i, j, c in np.ndindex(*g.shape):
            y, x = self.where[i, j]
            d[y, x, c] += g[i, j, c]
        return d

layer = MaxPool2()
t = np.random.RandomState(6).rand(4, 6, 3)
print(layer.forward(t)[:, :, 0])
print(layer.backward(np.ones((2, 3, 3)))[:, :, 0])
