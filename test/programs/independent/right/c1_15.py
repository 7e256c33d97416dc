import numpy as np


class Conv2D:
    """2-D convolution layer (channels first)."""

    def __init__(self, c_in, c_out, k, stride=1, padding=0, seed=0):
        rng = np.random.RandomState(seed)
        self.w = rng.normal(0, np.sqrt(2.0 / (c_in * k * k)), (c_out, c_in, k, k))
        self.b = np.zeros((c_out, 1))
        self.k, self.stride, self.padding = k, stride, padding

    def _windows(self, x):
        s = self.stride
        v = np.lib.stride_tricks.sliding_window_view(x, (self.k, self.k), axis=(2, 3))
        return v[:, :, ::s, ::s]

    def forward(self, x):
        p = self.padding
        self.x_shape = x.shape
        self.xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        self.cols = self._windows(self.xp)
        y = np.tensordot(self.cols, self.w, axes=([1, 4, 5], [1, 2, 3]))
        return np.moveaxis(y, 3, 1) + self.b[None, :, :, None]

    def backward(self, grad):
        n, c, h, w = self.x_shape
        s, k, p = self.stride, self.k, self.padding
        self.dw = np.tensordot(grad, self.cols, axes=([0, 2, 3], [0, 2, 3]))
        self.db = grad.sum(axis=(0, 2, 3)).reshape(self.b.shape)
        dxp = np.zeros_like(self.xp)
        oh, ow = grad.shape[2:]
        for u in range(k):
            for v in range(k):
                dxp[:, :, u:u + s*(oh-1) + 1:s, v:v + s*(ow-1) + 1:s] += np.einsum('nfij,fc->ncij', grad, self.w[:, :, u, v])
        return dxp[:, :, p:p + h, p:p + w]


x = np.random.RandomState(1).randn(2, 3, 8, 6)
layer = Conv2D(3, 4, 3, stride=2, padding=1)
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y.shape, dx.shape, layer.dw.shape, layer.db.ravel())
