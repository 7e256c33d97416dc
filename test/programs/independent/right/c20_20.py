import numpy as np


class Conv1D:
    def __init__(self, n_in, n_out, k, stride=1, pad=0):
        rng = np.random.RandomState(0)
        self.W = rng.normal(0, 1 / np.sqrt(n_in * k), (n_out, n_in, k))
        self.b = rng.normal(0, 0.1, n_out)
        self.k, self.stride, self.pad = k, stride, pad

    def forward(self, x):
        self.T = x.shape[-1]
        xp = np.pad(x, [(0, 0), (0, 0), (self.pad,) * 2])
        steps = (xp.shape[-1] - self.k) // self.stride + 1
        self.pos = np.add.outer(np.arange(self.k), self.stride * np.arange(steps))
        self.cols = xp[:, :, self.pos]                       # N, C, k, steps
        return np.einsum('fck,nckt->nft', self.W, self.cols) + self.b[:, None]

    def backward(self, dy):
        self.db = dy.sum(axis=2).sum(axis=0)
        self.dW = np.einsum('nft,nckt->fck', dy, self.cols)
        dcols = np.einsum('fck,nft->nckt', self.W, dy)
        dxp = np.zeros(dcols.shape[:2] + (self.T + 2 * self.pad,))
        for q in range(self.k):
            # inside one tap the positions are all different, += is safe
            dxp[:, :, self.pos[q]] += dcols[:, :, q]
        return dxp[:, :, self.pad:][:, :, :self.T]


layer = Conv1D(2, 3, 3, stride=2, pad=1)
x = np.random.RandomState(20).randn(2, 2, 7)
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y.shape, dx.shape, layer.dW.shape, layer.db)
