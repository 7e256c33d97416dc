import numpy as np

class Conv2D:
    def __init__(self, kernel, bias, stride, padding):
        self.kernel, self.bias = kernel, bias
        self.stride, self.padding = stride, padding

    def _region(self, r, c):
        size = self.kernel.shape[0]
        r0, c0 = r * self.stride, c * self.stride
        return slice(r0, r0 + size), slice(c0, c0 + size)

    def forward(self, inp):
        p = self.padding
        self.inp = inp
        self.big = np.pad(inp, ((0, 0), (p, p), (p, p), (0, 0)))
        size = self.kernel.shape[0]
        oh = (inp.shape[1] + 2 * p - size) // self.stride + 1
        ow = (inp.shape[2] + 2 * p - size) // self.stride + 1
        out = np.zeros((inp.shape[0], oh, ow, self.kernel.shape[3]))
        for r in range(oh):
            for c in range(ow):
                rs, cs = self._region(r, c)
                out[:, r, c, :] = np.tensordot(self.big[:, rs, cs, :], self.kernel, axes=3)
        return out + self.bias.reshape(-1)

    def backward(self, grad):
        p = self.padding
        d_big = np.zeros_like(self.big)
        d_kernel = np.zeros_like(self.kernel)
        for r in range(grad.shape[1]):
            for c in range(grad.shape[2]):
                rs, cs = self._region(r, c)
                g = grad[:, r, c, :]
                d_big[:, rs, cs, :] += np.tensordot(g, self.kernel, axes=([1], [3]))
                d_kernel += np.tensordot(self.big[:, rs, cs, :], g, axes=([0], [0]))
        d_bias = grad.sum(axis=(0, 1, 2))
        h, w = self.inp.shape[1:3]
        return d_big[:, p:p + h, p:p + w, :], d_kernel, d_bias

rng = np.random.RandomState(11)
conv = Conv2D(rng.randn(3, 3, 2, 4), rng.randn(4), stride=2, padding=1)
out = conv.forward(rng.randn(2, 5, 7, 2))
dx, dk, db = conv.backward(rng.randn(*out.shape))
