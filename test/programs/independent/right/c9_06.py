import numpy as np

def im2col(img, fh, fw, stride=1, pad=0):
    N, C, H, W = img.shape
    oh = (H + 2*pad - fh)//stride + 1
    ow = (W + 2*pad - fw)//stride + 1
    img = np.pad(img, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    col = np.zeros((fh, fw, C, N, oh, ow))
    for y in range(fh):
        for x in range(fw):
            col[y, x] = img[:, :, y:y + stride*oh:stride, x:x + stride*ow:stride].swapaxes(0, 1)
    # rows: N*oh*ow   columns: C*fh*fw
    return np.moveaxis(col, (3, 4, 5, 2), (0, 1, 2, 3)).reshape(N*oh*ow, C*fh*fw)

def col2im(col, shape, fh, fw, stride=1, pad=0):
    N, C, H, W = shape
    oh = (H + 2*pad - fh)//stride + 1
    ow = (W + 2*pad - fw)//stride + 1
    col = col.reshape(N, oh, ow, C, fh, fw)
    img = np.zeros((N, C, H + 2*pad, W + 2*pad))
    for r in range(oh):
        for q in range(ow):
            img[:, :, r*stride:r*stride + fh, q*stride:q*stride + fw] += col[:, r, q]
    return img[:, :, pad:pad + H, pad:pad + W]

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad
        self.x = self.col = self.col_W = None
        self.dW = self.db = None

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        oh = 1 + (x.shape[2] + 2*self.pad - FH)//self.stride
        self.x = x
        self.col = im2col(x, FH, FW, self.stride, self.pad)
        self.col_W = self.W.reshape(FN, -1).T
        out = self.col @ self.col_W + self.b
        return out.reshape(len(x), oh, -1, FN).transpose(0, 3, 1, 2)

    def backward(self, dout):
        FN, C, FH, FW = self.W.shape
        dout = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.db = dout.sum(axis=0)
        self.dW = (dout.T @ self.col).reshape(self.W.shape)
        return col2im(dout @ self.col_W.T, self.x.shape, FH, FW, self.stride, self.pad)

rng = np.random.default_rng(6)
conv = Convolution(rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4), 2, 1)
y = conv.forward(rng.normal(size=(2, 3, 6, 7)))
dx = conv.backward(rng.normal(size=y.shape))
print(y.shape, dx.shape, conv.dW.shape, conv.db.shape)
