import numpy as np

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad

    def _im2col(self, x, fh, fw):
        N, C, H, W = x.shape
        s, p = self.stride, self.pad
        oh = (H + 2*p - fh)//s + 1
        ow = (W + 2*p - fw)//s + 1
        img = np.pad(x, [(0,0), (0,0), (p,p), (p,p)], 'constant')
        col = np.zeros((N, C, fh, fw, oh, ow))
        for y in range(fh):
            for z in range(fw):
                col[:, :, y, z] = img[:, :, y:y+s*oh:s, z:z+s*ow:s]
        return col.transpose(0, 4, 5, 1, 2, 3).reshape(N*oh*ow, -1), oh, ow

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        col, oh, ow = self._im2col(x, FH, FW)
        self.col = col
        out = np.dot(col, self.W.reshape(FN, -1).T) + self.b
        return out.reshape(x.shape[0], oh, ow, FN).transpose(0, 3, 1, 2)

    def backward(self, dout):
        FN = self.W.shape[0]
        dout = dout.reshape(-1, FN)
        self.db = np.sum(dout, axis=0)
        self.dW = np.dot(self.col.T, dout).reshape(self.W.shape)
        return self.dW, self.db

np.random.seed(1)
x = np.random.randn(2, 3, 6, 5)
conv = Convolution(np.random.randn(4, 3, 3, 3) * 0.1, np.zeros(4), stride=1, pad=1)
y = conv.forward(x)
dW, db = conv.backward(np.cos(y))
print(dW.shape, db)
