import numpy as np


class Weights:
    pass


class Conv2d:
    """x: (n, in_channel, h, w), kernels: (out_channel, in_channel, k, k)"""

    def __init__(self, in_channel, out_channel, k, s, use_bias=False):
        self.k, self.s = k, s
        self.params = {'weight': Weights(), 'bias': Weights()} if use_bias else {'weight': Weights()}
        self.params['weight'].param = np.random.randn(out_channel, in_channel, k, k)
        self.params['weight'].gradient = np.zeros((out_channel, in_channel, k, k))
        if 'bias' in self.params:
            self.params['bias'].param = np.zeros((out_channel, 1, 1))
            self.params['bias'].gradient = np.zeros((out_channel, 1, 1))

    def forward(self, x):
        self.x = x
        kernels = self.params['weight'].param
        n, c, h, w = x.shape
        out = np.zeros((n, len(kernels), (h - self.k) // self.s + 1, (w - self.k) // self.s + 1))
        for i in range(out.shape[2]):
            for j in range(out.shape[3]):
                cut = x[..., i * self.s:i * self.s + self.k, j * self.s:j * self.s + self.k]
                out[..., i, j] = np.einsum('nchw,fchw->nf', cut, kernels)
        return out + self.params['bias'].param if 'bias' in self.params else out

    def backward(self, d_last):
        kernels = self.params['weight'].param
        d_x = np.zeros_like(self.x)
        for i in range(d_last.shape[2]):
            for j in range(d_last.shape[3]):
                rows = slice(i * self.s, i * self.s + self.k)
                cols = slice(j * self.s, j * self.s + self.k)
                cut = self.x[..., rows, cols]
                self.params['weight'].gradient += np.einsum('nf,nchw->fchw', d_last[..., i, j], cut)
                d_x[..., rows, cols] += np.einsum('nf,fchw->nchw', d_last[..., i, j], kernels)
        if 'bias' in self.params:
            self.params['bias'].gradient += d_last.sum(axis=(0, 2, 3)).reshape(-1, 1, 1)
        return d_x
