import numpy as np

class Conv:
    def __init__(self, w, b, stride, pad):
        self.w, self.b, self.stride, self.pad = w, b, stride, pad

    def forward(self, x):
        s, p = self.stride, self.pad
        N, C, H, W = x.shape
        F, _, KH, KW = self.w.shape
        self.xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        OH, OW = (H + 2*p - KH)//s + 1, (W + 2*p - KW)//s + 1
        out = np.zeros((N, F, OH, OW))
        for i in range(OH):
            for j in range(OW):
                patch = self.xp[:, None, :, i*s:i*s+KH, j*s:j*s+KW]
                out[:, :, i, j] = (patch * self.w).sum(axis=(2, 3, 4)) + self.b
        return out

    def backward(self, dout):
        s, p = self.stride, self.pad
        N, F, OH, OW = dout.shape
        KH, KW = self.w.shape[2:]
        self.db = dout.sum(axis=(0, 1, 2))
        self.dw = np.zeros_like(self.w)
        dxp = np.zeros_like(self.xp)
        for i in range(OH):
            for j in range(OW):
                d = dout[:, :, i, j]
                region = self.xp[:, :, i*s:i*s+KH, j*s:j*s+KW]
                self.dw = np.einsum('nf,nchw->fchw', d, region)
                dxp[:, :, i*s:i*s+KH, j*s:j*s+KW] += np.einsum('nf,fchw->nchw', d, self.w)
        return dxp[:, :, p:dxp.shape[2]-p, p:dxp.shape[3]-p]

np.random.seed(22)
x = np.random.randn(2, 3, 6, 6)
layer = Conv(np.random.randn(4, 3, 3, 3), np.random.randn(4), stride=1, pad=1)
y = layer.forward(x)
dx = layer.backward(y)
print(dx.shape, layer.dw.shape, layer.db.shape)
