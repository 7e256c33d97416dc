import numpy as np


def im2col(img, fh, fw, stride):
    N, C, H, W = img.shape
    oh, ow = (H - fh)//stride + 1, (W - fw)//stride + 1
    col = np.zeros((N, C, fh, fw, oh, ow))
    for y in range(fh):
        for x in range(fw):
            col[:, :, y, x] = img[:, :, y:y + stride*oh:stride, x:x + stride*ow:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N*oh*ow, -1)


def col2im(col, shape, fh, fw, stride):
    N, C, H, W = shape
    oh, ow = (H - fh)//stride + 1, (W - fw)//stride + 1
    col = col.reshape(N, oh, ow, C, fh, fw).transpose(0, 3, 4, 5, 1, 2)
    img = np.zeros(shape)
    for y in range(fh):
        for x in range(fw):
            img[:, :, y:y + stride*oh:stride, x:x + stride*ow:stride] += col[:, :, y, x]
    return img


class Pooling:
    def __init__(self, pool_h, pool_w, stride=2):
        self.pool_h = pool_h
        self.pool_w = pool_w
        self.stride = stride

    def forward(self, x):
        N, C, H, W = x.shape
        out_h = int(1 + (H - self.pool_h) / self.stride)
        out_w = int(1 + (W - self.pool_w) / self.stride)
        col = im2col(x, self.pool_h, self.pool_w, self.stride)
        col = col.reshape(-1, self.pool_h*self.pool_w)
        arg_max = np.argmax(col, axis=1)
        out = np.max(col, axis=1)
        out = out.reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)
        self.x = x
        self.arg_max = arg_max
        return out

    def backward(self, dout):
        pool_size = self.pool_h * self.pool_w
        dmax = np.zeros((dout.size, pool_size))
        dmax[np.arange(self.arg_max.size), self.arg_max.flatten()] = dout.flatten()
        dcol = dmax.reshape(self.x.shape[0] * (dout.size // (self.x.shape[0] * self.x.shape[1])), -1)
        return col2im(dcol, self.x.shape, self.pool_h, self.pool_w, self.stride)


pool = Pooling(2, 2)
x = np.random.RandomState(5).rand(2, 3, 4, 4)
y = pool.forward(x)
g = np.arange(y.size, dtype=float).reshape(y.shape)
print(y[0, 0])
print(pool.backward(g)[0, 0])
