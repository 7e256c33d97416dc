import numpy as np


class Conv:
    def __init__(self, n_feats, filter_shape, strides, weight_scale, weight_decay=0.0):
        self.n_feats = n_feats
        self.filter_shape = filter_shape
        self.strides = strides
        self.weight_scale = weight_scale
        self.weight_decay = weight_decay

    def _setup(self, input_shape, rng):
        n_channels = input_shape[1]
        shape = (self.n_feats, n_channels) + self.filter_shape
        self.W = rng.normal(size=shape, scale=self.weight_scale)
        self.b = np.zeros(self.n_feats)

    def fprop(self, input):
        self.last = input
        n, c, h, w = input.shape
        kh, kw = self.filter_shape
        sy, sx = self.strides
        out = np.zeros((n, self.n_feats, (h - kh) // sy + 1, (w - kw) // sx + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                window = input[:, :, i * sy:i * sy + kh, j * sx:j * sx + kw]
                out[:, :, i, j] = np.einsum('nchw,fchw->nf', window, self.W)
        return out + self.b[None, :, None, None]

    def bprop(self, grad):
        n, f, oh, ow = grad.shape
        kh, kw = self.filter_shape
        sy, sx = self.strides
        dx = np.zeros_like(self.last)
        self.dW = np.zeros_like(self.W)
        for i in range(oh):
            for j in range(ow):
                rows, cols = slice(i * sy, i * sy + kh), slice(j * sx, j * sx + kw)
                dx[:, :, rows, cols] += np.einsum('nf,fchw->nchw', grad[:, :, i, j], self.W)
                self.dW += np.einsum('nf,nchw->fchw', grad[:, :, i, j], self.last[:, :, rows, cols])
        self.db = grad.sum(axis=(0, 2, 3))
        return dx
