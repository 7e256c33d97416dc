import numpy as np

class Pooling:
    def __init__(self, pool_h, pool_w, stride=1):
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride

    def _windows(self, n, k):
        return (n - k) // self.stride + 1

    def forward(self, x):
        N, C, H, W = x.shape
        oh, ow = self._windows(H, self.pool_h), self._windows(W, self.pool_w)
        col = np.empty((N, C, oh, ow, self.pool_h * self.pool_w))
        for q in range(self.pool_h * self.pool_w):
            u, v = divmod(q, self.pool_w)
            col[..., q] = x[:, :, u:u + self.stride * oh:self.stride, v:v + self.stride * ow:self.stride][:, :, :oh, :ow]
        self.x_shape = x.shape
        self.arg_max = col.argmax(axis=-1)[..., None]
        return np.take_along_axis(col, self.arg_max, axis=-1)[..., 0]

    def backward(self, dout):
        N, C, oh, ow = dout.shape
        dcol = np.zeros((N, C, oh, ow, self.pool_h * self.pool_w))
        np.put_along_axis(dcol, self.arg_max, dout[..., None], axis=-1)
        dx = np.zeros(self.x_shape)
        for q in range(dcol.shape[-1]):
            u, v = divmod(q, self.pool_w)
            dx[:, :, u:u + self.stride * oh:self.stride, v:v + self.stride * ow:self.stride] += dcol[..., q]
        return dx

np.random.seed(0)
p = Pooling(3, 2, stride=2)
y = p.forward(np.random.randn(2, 2, 7, 6))
print(y.shape, p.backward(np.ones_like(y)).sum())
