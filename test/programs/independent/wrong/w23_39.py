import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


class FastConv:
    def __init__(self, w, b, stride=1):
        self.w, self.b, self.stride = w, b, stride

    def forward(self, x):
        kh, kw = self.w.shape[2:]
        s = self.stride
        self.shape = x.shape
        self.win = sliding_window_view(x, (kh, kw), axis=(2, 3))[:, :, ::s, ::s]
        out = np.einsum('nchwij,fcij->nfhw', self.win, self.w, optimize=True)
        return out + self.b[:, None, None]

    def backward(self, g):
        s = self.stride
        kh, kw = self.w.shape[2:]
        oh, ow = g.shape[2:]
        self.db = np.einsum('nfhw->f', g)
        self.dw = np.einsum('nfhw,nchwij->fcji', g, self.win)
        dx = np.zeros(self.shape)
        for i in range(kh):
            for j in range(kw):
                dx[:, :, i:i + oh * s:s, j:j + ow * s:s] += np.einsum(
                    'nfhw,fc->nchw', g, self.w[:, :, i, j])
        return dx


rng = np.random.default_rng(3)
layer = FastConv(rng.normal(size=(4, 2, 3, 3)), np.zeros(4), stride=2)
y = layer.forward(rng.normal(size=(2, 2, 7, 7)))
dx = layer.backward(np.ones_like(y))
print(y.shape, dx.shape, layer.dw.shape)
