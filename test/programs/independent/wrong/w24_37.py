import numpy as np

class Conv:
    def __init__(self, w, b, pad):
        self.w, self.b, self.pad = w, b, pad

    def forward(self, x):
        p = self.pad
        self.xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        F, C, k, _ = self.w.shape
        N, _, H, W = self.xp.shape
        out = np.zeros((N, F, H - k + 1, W - k + 1))
        for a in range(k):
            for c in range(k):
                view = self.xp[:, :, a:a + out.shape[2], c:c + out.shape[3]]
                out += np.einsum('nchw,fc->nfhw', view, self.w[:, :, a, c])
        return out + self.b.reshape(1, -1, 1, 1)

    def backward(self, dout):
        k, p = self.w.shape[2], self.pad
        self.dw = np.zeros_like(self.w)
        self.db = dout.sum((0, 2, 3))
        dxp = np.zeros_like(self.xp)
        oh, ow = dout.shape[2:]
        for a in range(k):
            for c in range(k):
                view = self.xp[:, :, a:a + oh, c:c + ow]
                self.dw[:, :, a, c] = np.einsum('nfhw,nchw->fc', dout, view)
                dxp[:, :, a:a + oh, c:c + ow] += np.einsum('nfhw,fc->nchw', dout, self.w[:, :, c, a])
        return dxp[:, :, p:dxp.shape[2] - p, p:dxp.shape[3] - p]

class ReLU:
    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0.0)

    def backward(self, dout):
        return dout * self.mask

class MaxPool:
    def forward(self, x):
        self.x = x
        N, C, H, W = x.shape
        self.tiles = x[:, :, :H // 2 * 2, :W // 2 * 2].reshape(N, C, H // 2, 2, W // 2, 2)
        self.out = self.tiles.max(axis=(3, 5))
        return self.out

    def backward(self, dout):
        mask = self.tiles == self.out[:, :, :, None, :, None]
        d = (mask * dout[:, :, :, None, :, None])
        N, C, oh, _, ow, _ = d.shape
        dx = np.zeros_like(self.x)
        dx[:, :, :2 * oh, :2 * ow] = d.reshape(N, C, 2 * oh, 2 * ow)
        return dx

np.random.seed(9)
layers = [Conv(np.random.randn(2, 3, 3, 3), np.random.randn(2), 1), ReLU(), MaxPool()]
h = np.random.randn(2, 3, 6, 7)
for layer in layers:
    h = layer.forward(h)
print(h.shape)
g = np.ones_like(h)
for layer in reversed(layers):
    g = layer.backward(g)
print(g.shape, layers[0].dw.sum(), layers[0].db)
