import numpy as np

class AvgPool2D:
    """Average pooling, data format (N, H, W, C)."""

    def __init__(self, k=2, stride=2):
        self.k = k
        self.stride = stride

    def forward(self, x):
        N, H, W, C = x.shape
        k, s = self.k, self.stride
        self.x = x
        out = np.zeros((N, (H - k) // s + 1, (W - k) // s + 1, C))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[:, i, j] = x[:, i*s:i*s+k, j*s:j*s+k].mean(axis=(1, 2, 3))[:, None]
        return out

    def backward(self, dout):
        k, s = self.k, self.stride
        dx = np.zeros_like(self.x)
        for i in range(dout.shape[1]):
            for j in range(dout.shape[2]):
                g = dout[:, i:i+1, j:j+1, :]
                dx[:, i*s:i*s+k, j*s:j*s+k, :] += g
        return dx

p = AvgPool2D(2, 2)
rng = np.random.default_rng(77)
y = p.forward(rng.normal(size=(2, 4, 6, 3)))
print(y.shape, p.backward(np.ones_like(y)).sum())
