import numpy as np

class ConvTranspose2D:
    def __init__(self, W, stride=1, padding=0):
        self.W = W                   # (C_in, C_out, k, k)
        self.stride = stride
        self.padding = padding

    def forward(self, x):
        N, C, H, Wd = x.shape
        _, F, k, _ = self.W.shape
        s, p = self.stride, self.padding
        full = np.zeros((N, F, (H - 1) * s + k, (Wd - 1) * s + k))
        for i in range(H):
            for j in range(Wd):
                stamp = np.tensordot(x[:, :, i, j], self.W, axes=([1], [0]))
                full[:, :, i:i + k, j * s:j * s + k] += stamp
        return full[:, :, p:full.shape[2] - p, p:full.shape[3] - p]

np.random.seed(0)
up = ConvTranspose2D(np.random.randn(2, 3, 3, 3), stride=2, padding=1)
y = up.forward(np.random.randn(1, 2, 4, 4))
print(y.shape, y[0, 0])
