import numpy as np


class ConvLayer:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad

    def _cols(self, x):
        F, C, kh, kw = self.W.shape
        n, _, h, w = x.shape
        p, s = self.pad, self.stride
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        oh = (h + 2 * p - kh) // s + 1
        ow = (w + 2 * p - kw) // s + 1
        cols = np.empty((n, oh, ow, C * kh * kw))
        for i in range(oh):
            for j in range(ow):
                cols[:, i, j] = xp[:, :, i * s:i * s + kh, j * s:j * s + kw].reshape(n, -1)
        return cols, oh, ow

    def forward(self, x):
        F = self.W.shape[0]
        self.x_shape = x.shape
        self.cols, oh, ow = self._cols(x)
        y = self.cols @ self.W.reshape(F, -1).T + self.b
        return y.transpose(0, 3, 2, 1)

    def backward(self, dy):
        F, C, kh, kw = self.W.shape
        n, _, h, w = self.x_shape
        p, s = self.pad, self.stride
        dmat = dy.transpose(0, 2, 3, 1)
        self.db = dmat.sum(axis=(0, 1, 2))
        flat = dmat.reshape(-1, F)
        self.dW = (self.cols.reshape(len(flat), -1).T @ flat).reshape(F, C, kh, kw)
        dcols = dmat @ self.W.reshape(F, -1)
        dxp = np.zeros((n, C, h + 2 * p, w + 2 * p))
        for i in range(dmat.shape[1]):
            for j in range(dmat.shape[2]):
                dxp[:, :, i * s:i * s + kh, j * s:j * s + kw] += dcols[:, i, j].reshape(n, C, kh, kw)
        return dxp[:, :, p:p + h, p:p + w]


np.random.seed(0)
layer = ConvLayer(np.random.randn(4, 2, 3, 3), np.random.randn(4), stride=2, pad=1)
y = layer.forward(np.random.randn(3, 2, 6, 6))
dx = layer.backward(np.random.randn(*y.shape))
print(y.shape, dx.shape, layer.dW.shape)
