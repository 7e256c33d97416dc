import numpy as np

def im2col(x, kh, kw, stride):
    N, C, H, W = x.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    col = np.zeros((N, oh, ow, C, kh, kw))
    for i in range(kh):
        for j in range(kw):
            col[..., i, j] = x[:, :, i:i + stride * oh:stride, j:j + stride * ow:stride].transpose(0, 2, 3, 1)
    return col.reshape(N * oh * ow, -1)

def col2im(col, shape, kh, kw, stride):
    N, C, H, W = shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    col = col.reshape(N, oh, ow, C, kh, kw)
    x = np.zeros(shape)
    for i in range(oh):
        for j in range(ow):
            x[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += col[:, i, j]
    return x

class Pooling:
    def __init__(self, pool_h, pool_w, stride=2):
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride
        self.x = None
        self.arg_max = None

    def forward(self, x):
        N, C, H, W = x.shape
        out_h = (H - self.pool_h) // self.stride + 1
        out_w = (W - self.pool_w) // self.stride + 1
        col = im2col(x, self.pool_h, self.pool_w, self.stride).reshape(-1, self.pool_h * self.pool_w)
        self.x = x
        self.arg_max = np.argmax(col, axis=1)
        out = np.max(col, axis=1)
        return out.reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

    def backward(self, dout):
        dout = dout.transpose(0, 2, 3, 1)
        pool_size = self.pool_h * self.pool_w
        dmax = np.zeros((dout.size, pool_size))
        dmax[np.arange(self.arg_max.size), self.arg_max.flatten()] = dout.flatten()
        dcol = dmax.reshape(dout.shape[0] * dout.shape[1] * dout.shape[2], -1)
        return col2im(dcol, self.x.shape, self.pool_h, self.pool_w, self.stride)

np.random.seed(3)
pool = Pooling(2, 3, stride=2)
x = np.random.randn(2, 3, 6, 7)
out = pool.forward(x)
dx = pool.backward(np.random.randn(*out.shape))
print(out[0, 0])
print(dx[0, 0])
