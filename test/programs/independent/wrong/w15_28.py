import numpy as np


class GlobalAveragePooling:
    """(batch, height, width, channels) -> (batch, channels)"""

    def __init__(self):
        self._shape = None

    def forward(self, x):
        self._shape = x.shape
        return x.mean(axis=(2, 3))

    def backward(self, dout):
        batch, height, width, channels = self._shape
        spread = dout.reshape(batch, 1, 1, channels) / dout.size
        return np.ones(self._shape) * spread


np.random.seed(10)
gap = GlobalAveragePooling()
features = np.random.rand(2, 4, 4, 4)
v = gap.forward(features)
print("pooled", v)
grad = gap.backward(np.random.rand(2, 4))
print("grad", grad[0, :, :, 0])
