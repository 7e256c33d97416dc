import numpy as np


def im2col(x, fh, fw, stride=1, pad=0):
    n, c, h, w = x.shape
    oh = (h + 2 * pad - fh) // stride + 1
    ow = (w + 2 * pad - fw) // stride + 1
    img = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.empty((n, c, fh, fw, oh, ow))
    for a in range(fh):
        for b in range(fw):
            col[:, :, a, b] = img[:, :, a:a + stride * oh:stride, b:b + stride * ow:stride][:, :, :oh, :ow]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(n * oh * ow, -1)


class Pooling:
    def __init__(self, pool_h, pool_w, stride=1):
        self.pool_h, self.pool_w = pool_h, pool_w
        self.stride = stride
        self.x = None
        self.arg_max = None

    def forward(self, x):
        N, C, H, W = x.shape
        out_h = int(1 + (H - self.pool_h) / self.stride)
        out_w = int(1 + (W - self.pool_w) / self.stride)
        col = im2col(x, self.pool_h, self.pool_w, self.stride)
        col = col.reshape(-1, self.pool_h * self.pool_w)
        self.arg_max = np.argmax(col, axis=1)
        self.x = x
        return col.max(axis=1).reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        N, C, H, W = self.x.shape
        dout = dout.transpose(0, 2, 3, 1)
        size = self.pool_h * self.pool_w
        dmax = np.zeros((dout.size, size))
        dmax[np.arange(self.arg_max.size), self.arg_max.flatten()] = dout.flatten()
        _, oh, ow, _ = dout.shape
        d = dmax.reshape(N, oh, ow, C, self.pool_h, self.pool_w).transpose(0, 3, 4, 5, 1, 2)
        dx = np.zeros((N, C, H, W))
        s = self.stride
        for a in range(self.pool_h):
            for b in range(self.pool_w):
                dx[:, :, a:a + s * (oh - 1) + 1:s, b:b + s * (ow - 1) + 1:s] += d[:, :, a, b]
        return dx


rng = np.random.RandomState(0)
pool = Pooling(2, 3, stride=2)
x = rng.randn(2, 3, 6, 7)
y = pool.forward(x)
dx = pool.backward(rng.randn(*y.shape))
print(y.shape, dx.shape)
