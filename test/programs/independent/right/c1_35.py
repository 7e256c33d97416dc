import numpy as np

class GlobalAveragePooling2D:
    def forward(self, x):            # (N, H, W, C) -> (N, C)
        self.in_shape = x.shape
        return x.mean(axis=(1, 2))

    def backward(self, dout):        # (N, C) -> (N, H, W, C)
        N, H, W, C = self.in_shape
        return np.ones(self.in_shape) * dout[:, None, None, :] / (H * W)

gap = GlobalAveragePooling2D()
x = np.arange(24.).reshape(1, 3, 4, 2)
print(gap.forward(x))
print(gap.backward(np.array([[12., 24.]])))
