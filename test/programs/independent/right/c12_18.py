import numpy as np


class CausalConv1d:
    """Dilated causal 1-D convolution. x: (batch, time, channels)."""

    def __init__(self, weight, bias, dilation=1):
        self.weight = weight      # (taps, c_in, c_out); tap 0 sees the present, tap 1 the past, ...
        self.bias = bias
        self.dilation = dilation

    def forward(self, x):
        T = x.shape[1]
        self.x = x
        y = np.tile(self.bias, (x.shape[0], T, 1)).astype(float)
        for tap, w in enumerate(self.weight):
            delay = tap * self.dilation
            if delay >= T:
                break
            y[:, delay:] += x[:, :T - delay] @ w
        return y

    def backward(self, dy):
        T = dy.shape[1]
        dx = np.zeros_like(self.x)
        dw = np.zeros_like(self.weight)
        for tap in range(len(self.weight)):
            delay = tap * self.dilation
            if delay >= T:
                break
            dx[:, :T - delay] += dy[:, delay:] @ self.weight[tap].T
            dw[tap] = np.einsum('bti,bto->io', self.x[:, :T - delay], dy[:, delay:])
        return dx, dw, dy.sum((0, 1))


np.random.seed(2)
layer = CausalConv1d(np.random.randn(3, 2, 4), np.random.randn(4), dilation=2)
x = np.random.randn(2, 7, 2)
y = layer.forward(x)
dx, dw, db = layer.backward(np.ones_like(y))
print(y.shape, dx.shape, dw.shape, db)
