import numpy as np

class GlobalAveragePooling2D:
    """NCHW -> NC"""
    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(2, 3))

    def backward(self, dout):
        n, c, h, w = self.shape
        return np.broadcast_to(dout[:, :, None, None] / (h * w), self.shape).copy()

gap = GlobalAveragePooling2D()
x = np.arange(48.).reshape(2, 2, 3, 4)
print(gap.forward(x))
print(gap.backward(np.array([[1., 2.], [3., 4.]])))
