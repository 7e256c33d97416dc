import numpy as np

class Conv:
    def __init__(self, filters, bias):
        self.filters = filters          # (n_f, n_c, k, k)
        self.bias = bias
        self.dW = np.zeros_like(filters)
        self.db = np.zeros_like(bias)

    def forward(self, x):
        self.x = x
        n_f, n_c, k, _ = self.filters.shape
        n, _, h, w = x.shape
        self.out = np.zeros((n, n_f, h - k + 1, w - k + 1))
        for i in range(h - k + 1):
            for j in range(w - k + 1):
                patch = x[:, None, :, i:i+k, j:j+k]
                self.out[:, :, i, j] = (patch * self.filters[None]).sum(axis=(2, 3, 4)) + self.bias
        return self.out

    def backward(self, delta):
        k = self.filters.shape[2]
        dx = np.zeros_like(self.x)
        for i in range(delta.shape[2]):
            for j in range(delta.shape[3]):
                d = delta[:, :, i, j][:, :, None, None, None]
                self.dW += (d * self.x[:, None, :, i:i+k, j:j+k]).sum(axis=0)
                dx[:, :, i:i+k, j:j+k] += (d * self.filters[None]).sum(axis=1)
        self.db += delta.sum(axis=(0, 2, 3))
        return dx

np.random.seed(17)
layer = Conv(np.random.randn(2, 3, 3, 3), np.zeros(2))
x = np.random.randn(4, 3, 6, 6)
for step in range(2):
    out = layer.forward(x)
    layer.backward(np.ones_like(out))
    print(step, layer.dW[0, 0, 0], layer.db)
