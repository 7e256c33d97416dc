import numpy as np

class MaxPoolSwitches:
    """Max pooling that remembers the position of the winner (the 'switch') of each window."""

    def __init__(self, kernel_size, stride):
        self.kh, self.kw = kernel_size
        self.stride = stride
        self.switches = None
        self.in_shape = None

    def forward(self, x):
        b, h, w, c = x.shape
        self.in_shape = x.shape
        oh = (h - self.kh) // self.stride + 1
        ow = (w - self.kw) // self.stride + 1
        y = np.empty((b, oh, ow, c))
        self.switches = np.empty((b, oh, ow, c), dtype=np.int64)
        for r in range(oh):
            for q in range(ow):
                top, left = r * self.stride, q * self.stride
                flat = x[:, top:top + self.kh, left:left + self.kw, :].reshape(b, self.kh * self.kw, c)
                self.switches[:, r, q, :] = flat.argmax(axis=1)
                y[:, r, q, :] = flat.max(axis=1)
        return y

    def backward(self, grad):
        dx = np.zeros(self.in_shape)
        b, oh, ow, c = grad.shape
        for n, r, q, k in np.ndindex(b, oh, ow, c):
            dr, dq = divmod(int(self.switches[n, r, q, k]), self.kh)
            dx[n, r * self.stride + dr, q * self.stride + dq, k] += grad[n, r, q, k]
        return dx

np.random.seed(11)
layer = MaxPoolSwitches(kernel_size=(2, 3), stride=2)
x = np.random.randn(1, 7, 6, 2)
y = layer.forward(x)
dx = layer.backward(np.ones_like(y))
print(y[0, :, :, 0])
print(dx[0, :, :, 0])
