import numpy as np


def correlate(x, w):
    v = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))
    return np.tensordot(v, w, ((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)


def frame(x, p):
    return np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))


class Conv2D:
    """Stride 1. The backward pass is written with correlations only."""

    def __init__(self, W, b, pad):
        self.W, self.b, self.pad = W, b, pad

    def forward(self, x):
        self.x = x
        return correlate(frame(x, self.pad), self.W) + self.b.reshape(1, -1, 1, 1)

    def backward(self, dY):
        k = self.W.shape[2]
        self.db = dY.sum((0, 2, 3))
        # dY plays the part of the kernel, the batch the part of the channels
        xt = frame(self.x, self.pad).transpose(1, 0, 2, 3)
        self.dW = correlate(xt, dY.transpose(1, 0, 2, 3)).transpose(1, 0, 2, 3)
        # full correlation with the rotated kernel, in / out channels swapped
        Wr = np.rot90(self.W, 2, axes=(2, 3)).transpose(1, 0, 2, 3)
        return correlate(frame(dY, k - 1 - self.pad), Wr)


rng = np.random.default_rng(77)
layer = Conv2D(rng.normal(size=(4, 2, 3, 3)), rng.normal(size=4), pad=1)
y = layer.forward(rng.normal(size=(3, 2, 5, 6)))
dx = layer.backward(rng.normal(size=y.shape))
print(y.shape, dx.shape, layer.dW.shape)
print(layer.db)
print(layer.dW[0, 1])
