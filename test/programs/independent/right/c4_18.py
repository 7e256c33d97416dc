import numpy as np

class DepthwiseConv2D:
    """one filter per channel, weights (C, kh, kw), NCHW"""
    def __init__(self, weight, stride=1, pad=0):
        self.weight = weight
        self.stride = stride
        self.pad = pad

    def forward(self, x):
        N, C, H, W = x.shape
        _, kh, kw = self.weight.shape
        s, p = self.stride, self.pad
        x = np.pad(x, [(0, 0), (0, 0), (p, p), (p, p)])
        oh, ow = (H + 2 * p - kh) // s + 1, (W + 2 * p - kw) // s + 1
        y = np.zeros((N, C, oh, ow))
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    y[:, c, i, j] = (x[:, c, i * s:i * s + kh, j * s:j * s + kw] * self.weight[c]).sum(axis=(1, 2))
        return y

np.random.seed(2)
dw = DepthwiseConv2D(np.random.randn(3, 3, 3), stride=1, pad=1)
print(dw.forward(np.random.randn(1, 3, 4, 5)))
