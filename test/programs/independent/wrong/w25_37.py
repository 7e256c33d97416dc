import numpy as np

class ConvLayer:
    """Convolution NCHW, naive loops, stores self.cache for backward."""

    def __init__(self, w, b, stride=1, pad=0):
        self.w, self.b = w, b
        self.stride, self.pad = stride, pad

    def _pad(self, x):
        p = self.pad
        return np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='edge')

    def forward(self, x):
        s = self.stride
        F, C, kh, kw = self.w.shape
        xp = self._pad(x)
        oh = (xp.shape[2] - kh) // s + 1
        ow = (xp.shape[3] - kw) // s + 1
        out = np.zeros((x.shape[0], F, oh, ow))
        for i in range(oh):
            for j in range(ow):
                win = xp[:, None, :, i*s:i*s+kh, j*s:j*s+kw]
                out[:, :, i, j] = (win * self.w[None]).sum(axis=(2, 3, 4)) + self.b
        self.cache = (x.shape, xp)
        return out

    def backward(self, dout):
        s, p = self.stride, self.pad
        (N, C, H, W), xp = self.cache
        F, _, kh, kw = self.w.shape
        dxp, dw = np.zeros_like(xp), np.zeros_like(self.w)
        db = dout[0].sum(axis=(1, 2))
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                g = dout[:, :, i, j]
                win = xp[:, :, i*s:i*s+kh, j*s:j*s+kw]
                dw += np.tensordot(g, win, axes=(0, 0))
                dxp[:, :, i*s:i*s+kh, j*s:j*s+kw] += np.tensordot(g, self.w, axes=(1, 0))
        return dxp[:, :, p:p+H, p:p+W], dw, db

np.random.seed(12)
layer = ConvLayer(np.random.randn(3, 2, 3, 3), np.random.randn(3), stride=2, pad=1)
out = layer.forward(np.random.randn(2, 2, 7, 7))
dx, dw, db = layer.backward(np.random.randn(*out.shape))
print(out.shape, dx.shape, dw.shape, db)
