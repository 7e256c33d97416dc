import numpy as np


class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W = W
        self.b = b
        self.stride = stride
        self.pad = pad

    def im2col(self, data, fh, fw):
        N, C, H, W = data.shape
        s, p = self.stride, self.pad
        oh = (H + 2 * p - fh) // s + 1
        ow = (W + 2 * p - fw) // s + 1
        img = np.pad(data, [(0, 0), (0, 0), (p, p), (p, p)], 'constant')
        col = np.zeros((N, C, fh, fw, oh, ow))
        for y in range(fh):
            y_max = y + s * oh
            for x in range(fw):
                x_max = x + s * ow
                col[:, :, y, x, :, :] = img[:, :, y:y_max:s, x:x_max:s]
        return col.transpose(0, 4, 5, 1, 2, 3).reshape(N * oh * ow, -1)

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        N, C, H, W = x.shape
        out_h = 1 + int((H + 2 * self.pad - FH) / self.stride)
        out_w = 1 + int((W + 2 * self.pad - FW) / self.stride)

        col = self.im2col(x, FH, FW)
        col_W = self.W.T.reshape(-1, FN)
        out = np.dot(col, col_W) + self.b
        return out.reshape(N, out_h, out_w, -1).transpose(0, 3, 1, 2)


np.random.seed(1)
x = np.random.rand(2, 3, 7, 7)
W = np.random.randn(5, 3, 3, 3) * 0.1
conv = Convolution(W, np.arange(5.0), stride=2, pad=1)
y = conv.forward(x)
print(y.shape)
print(y[1, 4])
