import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

class Conv2D:
    """stride 1, valid; x: (N, C, H, W)"""

    def __init__(self, in_ch, out_ch, k, seed=0):
        rs = np.random.RandomState(seed)
        self.W = rs.randn(out_ch, in_ch, k, k) * 0.1
        self.b = np.zeros(out_ch)
        self.k = k
        self.dW = np.zeros_like(self.W)
        self.db = np.zeros_like(self.b)

    def forward(self, x):
        self.x = x
        win = sliding_window_view(x, (self.k, self.k), axis=(2, 3))   # N C H' W' k k
        out = np.tensordot(win, self.W, axes=([1, 4, 5], [1, 2, 3]))  # N H' W' F
        return out.transpose(0, 3, 1, 2) + self.b[None, :, None, None]

    def backward(self, dout):
        win = sliding_window_view(self.x, (self.k, self.k), axis=(2, 3))
        self.dW += np.tensordot(dout, win, axes=([0, 2, 3], [0, 2, 3]))
        self.db = dout.sum(axis=(0, 2, 3))
        p = self.k - 1
        dpad = np.pad(dout, ((0, 0), (0, 0), (p, p), (p, p)))
        dwin = sliding_window_view(dpad, (self.k, self.k), axis=(2, 3))
        Wf = self.W[:, :, ::-1, ::-1]
        return np.tensordot(dwin, Wf, axes=([1, 4, 5], [0, 2, 3])).transpose(0, 3, 1, 2)

layer = Conv2D(2, 3, 3)
np.random.seed(42)
for step in range(3):
    x = np.random.randn(4, 2, 6, 6)
    out = layer.forward(x)
    dx = layer.backward(np.ones_like(out) / out.size)
    layer.W -= 0.01 * layer.dW
    layer.b -= 0.01 * layer.db
    print(step, np.abs(layer.dW).sum(), np.abs(dx).sum())
