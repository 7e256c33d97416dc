import numpy as np

def im2col(x, kh, kw, stride=1, pad=0):
    N, C, H, W = x.shape
    oh = (H + 2 * pad - kh) // stride + 1
    ow = (W + 2 * pad - kw) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    rows = []
    for n in range(N):
        for i in range(oh):
            for j in range(ow):
                rows.append(xp[n, :, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel())
    return np.vstack(rows)

class Conv:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        self.x = x
        self.col = im2col(x, FH, FW, self.stride, self.pad)
        oh = (x.shape[2] + 2 * self.pad - FH) // self.stride + 1
        out = self.col @ self.W.reshape(FN, -1).T + self.b
        out = out.reshape(len(x), oh, -1, FN)
        return np.moveaxis(out, -1, 1)

    def backward(self, dout):
        FN, C, FH, FW = self.W.shape
        N, _, oh, ow = dout.shape
        d2 = np.moveaxis(dout, 1, -1).reshape(-1, FN)
        self.db = d2.sum(axis=0)
        self.dW = (d2.T @ self.col).reshape(self.W.shape)
        dcol = (d2 @ self.W.reshape(FN, -1)).reshape(N, oh, ow, C, FH, FW)
        H, W = self.x.shape[2:]
        p, s = self.pad, self.stride
        dx = np.zeros((N, C, H + 2 * p, W + 2 * p))
        for i in range(oh):
            for j in range(ow):
                dx[:, :, s * i:s * i + FH, s * j:s * j + FW] += dcol[:, i, j]
        return dx[:, :, p:H + p, p:W + p]

r = np.random.RandomState(9)
net = Conv(r.randn(3, 2, 3, 3), r.randn(3), 2, 1)
x = r.randn(2, 2, 6, 7)
y = net.forward(x)
g = r.randn(*y.shape)
dx = net.backward(g)
print(y.shape, dx.shape)
