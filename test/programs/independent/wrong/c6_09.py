# coding: utf-8
import numpy as np

def im2col(input_data, filter_h, filter_w, stride=1, pad=0):
    N, C, H, W = input_data.shape
    out_h = (H + 2*pad - filter_h)//stride + 1
    out_w = (W + 2*pad - filter_w)//stride + 1
    col = np.zeros((N, C, filter_h, filter_w, out_h, out_w))
    for y in range(filter_h):
        for x in range(filter_w):
            col[:, :, y, x] = input_data[:, :, y:y + stride*out_h:stride, x:x + stride*out_w:stride]
    return col.transpose(0, 4, 5, 1, 2, 3).reshape(N*out_h*out_w, -1)

class Pooling:
    """最大プーリング"""
    def __init__(self, pool_h, pool_w, stride=2):
        self.pool_h, self.pool_w, self.stride = pool_h, pool_w, stride

    def forward(self, x):
        N, C, H, W = x.shape
        out_h = int(1 + (H - self.pool_h) / self.stride)
        out_w = int(1 + (W - self.pool_w) / self.stride)
        # 展開 (1)
        col = im2col(x, self.pool_h, self.pool_w, self.stride)
        col = col.reshape(-1, self.pool_h*self.pool_w)
        # 最大値 (2)
        out = np.max(col, axis=1)
        # 整形 (3)
        return out.reshape(N, out_h, out_w, C).transpose(0, 3, 1, 2)

np.random.seed(0)
x = np.random.rand(10, 1, 6, 6)
p = Pooling(2, 2)
print(p.forward(x).shape)
print(p.forward(x)[0])
