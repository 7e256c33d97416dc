import numpy as np

class Conv1D:
    """x: (N, C_in, L)   w: (C_out, C_in, K)"""
    def __init__(self, w, b, stride=1, pad=0):
        self.w = w
        self.b = b
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        n, c, length = x.shape
        c_out, _, K = self.w.shape
        xp = np.pad(x, ((0, 0), (0, 0), (self.pad, self.pad)))
        out_len = (length + 2 * self.pad - K) // self.stride
        y = np.empty((n, c_out, out_len))
        for t in range(out_len):
            seg = xp[:, :, t * self.stride:t * self.stride + K]
            y[:, :, t] = np.tensordot(seg, self.w, axes=([1, 2], [1, 2])) + self.b
        return y

x = np.arange(12, dtype=float).reshape(1, 2, 6)
layer = Conv1D(np.ones((1, 2, 3)), np.zeros(1), stride=1, pad=1)
print(layer.forward(x))
