import numpy as np


class Conv2D:
    def __init__(self, in_ch, out_ch, k, stride=1, padding=0):
        self.weight = np.random.randn(out_ch, in_ch, k, k) * 0.1
        self.bias = np.zeros(out_ch)
        self.k, self.stride, self.padding = k, stride, padding

    def __call__(self, x):
        p, s, k = self.padding, self.stride, self.k
        xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
        n, _, hp, wp = xp.shape
        ho, wo = (hp - k) // s + 1, (wp - k) // s + 1
        out = np.zeros((n, len(self.bias), ho, wo))
        for u in range(k):
            for v in range(k):
                piece = xp[:, :, u:u + s * ho:s, v:v + s * wo:s]
                out += np.einsum('nchw,oc->nohw', piece, self.weight[:, :, u, v])
        self.cache = (x.shape, xp)
        return out + self.bias.reshape(1, -1, 1, 1)

    def backward(self, grad):
        p, s, k = self.padding, self.stride, self.k
        shape, xp = self.cache
        ho, wo = grad.shape[2:]
        self.db = grad.sum(axis=(0, 1, 2))
        self.dw = np.zeros_like(self.weight)
        dxp = np.zeros_like(xp)
        for u in range(k):
            for v in range(k):
                sl = (slice(None), slice(None), slice(u, u + s * ho, s), slice(v, v + s * wo, s))
                self.dw[:, :, u, v] = np.einsum('nohw,nchw->oc', grad, xp[sl])
                dxp[sl] += np.einsum('nohw,oc->nchw', grad, self.weight[:, :, u, v])
        return dxp[:, :, p:p + shape[2], p:p + shape[3]]


np.random.seed(10)
conv = Conv2D(3, 4, 3, stride=1, padding=1)
x = np.random.randn(2, 3, 4, 4)
y = conv(x)
dx = conv.backward(np.ones_like(y))
print(y.shape, dx.shape, conv.db.shape)
