import numpy as np

class Conv2D:
    """3x3-like convolution layer, NCHW, 'same' padding for odd kernels."""

    def __init__(self, in_ch: int, out_ch: int, k: int, seed: int = 0):
        rng = np.random.RandomState(seed)
        self.k, self.pad = k, k // 2
        self.w = rng.randn(out_ch, in_ch, k, k) * 0.1
        self.b = rng.randn(out_ch)

    def forward(self, x: np.ndarray) -> np.ndarray:
        p = self.pad
        self.x = x
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        self.xp = xp
        N, _, H, W = x.shape
        out = np.zeros((N, self.w.shape[0], H, W))
        for i in range(H):
            for j in range(W):
                win = xp[:, :, i:i + self.k, j:j + self.k]
                out[:, :, i, j] = np.tensordot(win, self.w, axes=([1, 2, 3], [1, 2, 3])) + self.b
        return out

    def backward(self, dout: np.ndarray) -> np.ndarray:
        k, p = self.k, self.pad
        N, C, H, W = self.x.shape
        self.db = dout.sum(axis=(0, 2, 3))
        self.dw = np.zeros_like(self.w)
        dxp = np.zeros_like(self.xp)
        for u in range(k):
            for v in range(k):
                patch = self.xp[:, :, u:u + H, v:v + W]
                self.dw[:, :, u, v] = np.einsum('nohw,nchw->oc', dout, self.x)
                dxp[:, :, u:u + H, v:v + W] += np.einsum('nohw,oc->nchw', dout, self.w[:, :, u, v])
        return dxp[:, :, p:p + H, p:p + W]

layer = Conv2D(2, 3, 3)
x = np.random.RandomState(1).randn(2, 2, 5, 5)
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y.shape, dx.shape, layer.dw.sum(), layer.db)
