import numpy as np

class Conv2D:
    def __init__(self, n_filters, in_ch, k, seed=0):
        r = np.random.RandomState(seed)
        self.W = r.randn(n_filters, in_ch, k, k) * 0.1
        self.b = r.randn(n_filters)

    def forward(self, x):
        self.x = x
        k = self.W.shape[-1]
        win = np.lib.stride_tricks.sliding_window_view(x, (k, k), axis=(2, 3))
        out = np.tensordot(win, self.W, axes=([1, 4, 5], [1, 2, 3]))
        out = out.transpose(0, 3, 1, 2)
        return out + self.b.reshape(1, -1, 1, 1)

    def backward(self, dout):
        k = self.W.shape[-1]
        swv = np.lib.stride_tricks.sliding_window_view
        oh, ow = dout.shape[2:]
        self.db = dout.sum(axis=(0, 2, 3))
        xwin = swv(self.x, (oh, ow), axis=(2, 3))
        self.dW = np.einsum('ncuvij,nfij->fcuv', xwin, dout)
        dpad = np.pad(dout, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
        dwin = swv(dpad, (k, k), axis=(2, 3))
        return np.einsum('nfhwij,fcij->nchw', dwin, self.W)

conv = Conv2D(3, 2, 3)
x = np.random.RandomState(1).randn(2, 2, 5, 6)
y = conv.forward(x)
dx = conv.backward(np.ones_like(y))
print(y.shape, dx.shape, conv.dW.shape, conv.db.shape)
