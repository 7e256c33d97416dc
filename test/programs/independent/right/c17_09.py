import numpy as np

def im2col(img, fh, fw, stride=1, pad=0):
    N, C, H, W = img.shape
    oh = (H + 2 * pad - fh) // stride + 1
    ow = (W + 2 * pad - fw) // stride + 1
    img = np.pad(img, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    rows = []
    for n in range(N):
        for y in range(oh):
            for x in range(ow):
                rows.append(img[n, :, y*stride:y*stride+fh, x*stride:x*stride+fw].flatten())
    return np.array(rows), oh, ow

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad
        self.dW = self.db = None

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        self.x = x
        self.col, oh, ow = im2col(x, FH, FW, self.stride, self.pad)
        out = self.W.reshape(FN, -1) @ self.col.T
        out = out.reshape(FN, x.shape[0], oh, ow) + self.b.reshape(FN, 1, 1, 1)
        return out.swapaxes(0, 1)

    def backward(self, dout):
        FN, C, FH, FW = self.W.shape
        s, p = self.stride, self.pad
        N, _, oh, ow = dout.shape
        d2 = dout.transpose(1, 0, 2, 3).reshape(FN, -1)
        self.db = d2.sum(1)
        self.dW = (d2 @ self.col).reshape(self.W.shape)
        dcol = (d2.T @ self.W.reshape(FN, -1)).reshape(N, oh, ow, C, FH, FW)
        H, Wd = self.x.shape[2:]
        dx = np.zeros((N, C, H + 2 * p, Wd + 2 * p))
        for y in range(oh):
            for x in range(ow):
                dx[:, :, y*s:y*s+FH, x*s:x*s+FW] += dcol[:, y, x]
        return dx[:, :, p:p + H, p:p + Wd]

np.random.seed(9)
x = np.random.rand(2, 3, 7, 6)
layer = Convolution(np.random.randn(4, 3, 3, 2), np.random.randn(4), stride=2, pad=1)
y = layer.forward(x)
dout = np.random.randn(*y.shape)
dx = layer.backward(dout)
print(y.shape, dx.shape, layer.dW.shape, layer.db.shape)
