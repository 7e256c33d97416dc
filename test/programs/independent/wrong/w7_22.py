import numpy as np

class AvgPool2D(object):
    def __init__(self, kernel_size, stride=None):
        self.kh, self.kw = kernel_size
        self.stride = stride or self.kh

    def __call__(self, x):
        return self.forward(x)

    def forward(self, x):
        n, c, h, w = x.shape
        self.in_shape = x.shape
        self.oh = (h - self.kh) // self.stride + 1
        self.ow = (w - self.kw) // self.stride + 1
        out = np.zeros((n, c, self.oh, self.ow))
        for i in range(self.oh):
            for j in range(self.ow):
                ys, xs = i * self.stride, j * self.stride
                out[:, :, i, j] = x[:, :, ys:ys + self.kh, xs:xs + self.kw].mean(axis=(2, 3))
        return out

    def backward(self, grad):
        dx = np.zeros(self.in_shape)
        for i in range(self.oh):
            for j in range(self.ow):
                ys, xs = i * self.stride, j
                share = grad[:, :, i, j] / (self.oh * self.ow)
                dx[:, :, ys:ys + self.kh, xs:xs + self.kw] += share[:, :, None, None]
        return dx

if __name__ == '__main__':
    pool = AvgPool2D((2, 3), stride=2)
    x = np.arange(1 * 2 * 6 * 7, dtype=np.float64).reshape(1, 2, 6, 7)
    y = pool(x)
    print(y)
    print(pool.backward(np.ones_like(y)))
