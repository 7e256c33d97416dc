import numpy as np
from numpy.lib.stride_tricks import as_strided


class Conv2D:
    def __init__(self, weights, biases, stride=1, padding=0):
        self.weights = weights
        self.biases = biases
        self.stride = stride
        self.padding = padding

    def _windows(self, x, kh, kw, step):
        n, c, h, w = x.shape
        oh = (h - kh) // step + 1
        ow = (w - kw) // step + 1
        sn, sc, sh, sw = x.strides
        return as_strided(x, (n, c, oh, ow, kh, kw), (sn, sc, sh * step, sw * step, sh, sw))

    def forward(self, x):
        p = self.padding
        self.inputs = x
        padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        kh, kw = self.weights.shape[2:]
        self.view = self._windows(padded, kh, kw, self.stride)
        return np.einsum("bihwkl,oikl->bohw", self.view, self.weights) + self.biases[None, :, None, None]

    def backward(self, grad):
        p, s = self.padding, self.stride
        n, c, h, w = self.inputs.shape
        kh, kw = self.weights.shape[2:]
        _, _, oh, ow = grad.shape
        self.dbiases = np.einsum("bohw->o", grad)
        self.dweights = np.einsum("bihwkl,bohw->oikl", self.view, grad)
        dpadded = np.zeros((n, c, h + 2 * p, w + 2 * p))
        for k in range(kh):
            for l in range(kw):
                part = np.einsum("bohw,oi->bihw", grad, self.weights[:, :, k, l])
                dpadded[:, :, k:k + s * oh:s, l:l + s * ow:s] += part
        return dpadded[:, :, p:p + h, p:p + w]
