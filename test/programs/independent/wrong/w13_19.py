import numpy as np

class ConvLayer:
    """Convolution with im2col; x: (N, C, H, W), W: (FN, C, FH, FW)"""

    def __init__(self, W, b, stride=1):
        self.W, self.b, self.stride = W, b, stride

    def _im2col(self, x):
        FN, C, FH, FW = self.W.shape
        N, C, H, Wd = x.shape
        s = self.stride
        self.oh, self.ow = (H - FH) // s + 1, (Wd - FW) // s + 1
        rows = []
        for n in range(N):
            for i in range(self.oh):
                for j in range(self.ow):
                    rows.append(x[n, :, i*s:i*s+FH, j*s:j*s+FW].ravel())
        return np.array(rows)

    def forward(self, x):
        FN = self.W.shape[0]
        self.x_shape = x.shape
        self.col = self._im2col(x)
        y = self.col.dot(self.W.reshape(FN, -1).T) + self.b
        return y.reshape(x.shape[0], self.oh, self.ow, FN).transpose(0, 3, 1, 2)

    def backward(self, dout):
        FN, C, FH, FW = self.W.shape
        s = self.stride
        dout = dout.reshape(-1, FN)
        self.db = dout.sum(axis=0)
        self.dW = self.col.T.dot(dout).reshape(FN, C, FH, FW)
        dcol = dout.dot(self.W.reshape(FN, -1))
        dx = np.zeros(self.x_shape)
        k = 0
        for n in range(self.x_shape[0]):
            for i in range(self.oh):
                for j in range(self.ow):
                    dx[n, :, i*s:i*s+FH, j*s:j*s+FW] += dcol[k].reshape(C, FH, FW)
                    k += 1
        return dx

rs = np.random.RandomState(5)
layer = ConvLayer(rs.randn(4, 2, 3, 3), rs.randn(4))
y = layer.forward(rs.randn(2, 2, 6, 5))
dx = layer.backward(np.ones_like(y) * rs.randn(*y.shape))
print(dx.shape, layer.dW.shape, layer.db)
