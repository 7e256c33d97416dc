import numpy as np

class Conv1D:
    def __init__(self, in_ch, out_ch, ksize, stride=1, padding=0, seed=0):
        rng = np.random.default_rng(seed)
        self.w = rng.normal(scale=0.1, size=(out_ch, in_ch, ksize))
        self.b = np.zeros(out_ch)
        self.stride = stride
        self.padding = padding

    def forward(self, x):
        p, s, k = self.padding, self.stride, self.w.shape[2]
        self.xp = np.pad(x, ((0, 0), (0, 0), (p, p)))
        L = (self.xp.shape[2] - k) // s + 1
        y = np.empty((x.shape[0], self.w.shape[0], L))
        for t in range(L):
            seg = self.xp[:, :, t*s:t*s+k]
            y[:, :, t] = np.tensordot(seg, self.w, axes=([1, 2], [1, 2])) + self.b
        return y

    def backward(self, dy):
        p, s, k = self.padding, self.stride, self.w.shape[2]
        dxp = np.zeros_like(self.xp)
        self.dw = np.zeros_like(self.w)
        self.db = dy.mean(axis=0).sum(axis=1)
        for t in range(dy.shape[2]):
            seg = self.xp[:, :, t*s:t*s+k]
            self.dw += np.tensordot(dy[:, :, t], seg, axes=(0, 0))
            dxp[:, :, t*s:t*s+k] += np.tensordot(dy[:, :, t], self.w, axes=(1, 0))
        return dxp[:, :, p:dxp.shape[2] - p]


layer = Conv1D(2, 3, 3, stride=1, padding=1)
x = np.random.default_rng(1).normal(size=(4, 2, 10))
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y.shape, dx.shape)
print(layer.db)
