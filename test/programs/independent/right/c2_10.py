import numpy as np

def im2col(input_data, filter_h, filter_w, stride=1, pad=0):
    """
    多维图像数据（4维数组）转换成二维数组
    """
    N, C, H, W = input_data.shape
    out_h = (H + 2*pad - filter_h)//stride + 1
    out_w = (W + 2*pad - filter_w)//stride + 1
    img = np.pad(input_data, [(0,0), (0,0), (pad, pad), (pad, pad)], 'constant')
    rows = []
    for n in range(N):
        for y in range(out_h):
            for x in range(out_w):
                # 每一行是一个窗口
                rows.append(img[n, :, y*stride:y*stride+filter_h, x*stride:x*stride+filter_w].ravel())
    return np.array(rows)

class Convolution:
    def __init__(self, W, b, stride=1, pad=0):
        self.W, self.b, self.stride, self.pad = W, b, stride, pad

    def forward(self, x):
        FN, C, FH, FW = self.W.shape
        N, C, H, W = x.shape
        out_h = (H + 2*self.pad - FH)//self.stride + 1
        out_w = (W + 2*self.pad - FW)//self.stride + 1
        col = im2col(x, FH, FW, self.stride, self.pad)
        out = col @ self.W.reshape(FN, -1).T + self.b
        return out.reshape(N, out_h, out_w, FN).transpose(0, 3, 1, 2)

x1 = np.random.RandomState(0).rand(1, 3, 7, 7)
print(im2col(x1, 5, 5).shape)  # (9, 75)
net = Convolution(np.random.RandomState(1).rand(2, 3, 5, 5), np.zeros(2))
print(net.forward(x1))
