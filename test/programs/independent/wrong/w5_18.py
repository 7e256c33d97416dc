import numpy as np

class MaxPool2D:
    def __init__(self, kernel_size=3, stride=2, padding=1):
        self.k = kernel_size
        self.s = stride
        self.p = padding

    def forward(self, x):
        p, k, s = self.p, self.k, self.s
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant', constant_values=0)
        N, C, H, W = xp.shape
        oh = (H - k) // s + 1
        ow = (W - k) // s + 1
        out = np.zeros((N, C, oh, ow))
        for i in range(oh):
            for j in range(ow):
                out[:, :, i, j] = np.max(xp[:, :, i*s:i*s+k, j*s:j*s+k], axis=(2, 3))
        return out

np.random.seed(4)
x = np.random.randn(1, 1, 6, 6) - 1.5
print(x)
print(MaxPool2D().forward(x))
