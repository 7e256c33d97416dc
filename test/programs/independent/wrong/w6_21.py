import numpy as np

def im2col(x, fh, fw, stride=1, pad=0):
    N, C, H, W = x.shape
    out_h = (H + 2*pad - fh)//stride + 1
    out_w = (W + 2*pad - fw)//stride + 1
    img = np.pad(x, [(0,0),(0,0),(pad,pad),(pad,pad)], 'constant')
    col = np.zeros((N, C, fh, fw, out_h, out_w))
    for i in range(fh):
        i_max = i + stride*out_h
        for j in range(fw):
            j_max = j + stride*out_h
            col[:, :, i, j, :, :] = img[:, :, i:i_max:stride, j:j_max:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N*out_h*out_w, -1)

class Conv:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b = W, b
        self.stride, self.pad = stride, pad

    def __call__(self, x):
        return self.forward(x)

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        N, C, H, W = x.shape
        out_h = (H + 2*self.pad - FH)//self.stride + 1
        out_w = (W + 2*self.pad - FW)//self.stride + 1
        col = im2col(x, FH, FW, self.stride, self.pad)
        col_W = self.W.reshape(FN, -1).T
        out = np.dot(col, col_W)
        return out.reshape(N, out_h, out_w, -1).transpose(0, 3, 1, 2)

np.random.seed(42)
layer = Conv(np.random.randn(6, 1, 3, 3), np.random.randn(6), stride=1, pad=1)
x = np.random.randn(1, 1, 5, 5)
print(layer(x))
print(layer(x).shape)   # (1, 6, 5, 5)
