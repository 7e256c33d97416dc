import numpy as np

class MaxPool2x2:
    def forward(self, x):
        # x: (H, W, C)
        self.x = x
        h, w, c = x.shape
        self.out = np.zeros((h // 2, w // 2, c))
        for i in range(h // 2):
            for j in range(w // 2):
                self.out[i, j] = x[2*i:2*i+2, 2*j:2*j+2].max(axis=(0, 1))
        return self.out

    def backward(self, grad):
        dx = np.zeros_like(self.x)
        for i in range(grad.shape[0]):
            for j in range(grad.shape[1]):
                block = self.x[2*i:2*i+2, 2*j:2*j+2]
                mask = block == block.max()
                dx[2*i:2*i+2, 2*j:2*j+2] += mask * grad[i, j]
        return dx

np.random.seed(12)
mp = MaxPool2x2()
mp.forward(np.random.randn(4, 4, 2))
print(mp.backward(np.ones((2, 2, 2)))[:, :, 0])
