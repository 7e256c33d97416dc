import numpy as np

class AveragePooling:
    # 평균 풀링 계층
    def __init__(self, pool_h, pool_w, stride=2):
        self.pool_h, self.pool_w, self.stride = pool_h, pool_w, stride

    def forward(self, x):
        N, C, H, W = x.shape
        self.in_shape = x.shape
        out_h = (H - self.pool_h) // self.stride + 1
        out_w = (W - self.pool_w) // self.stride + 1
        out = np.zeros((N, C, out_h, out_w))
        for y in range(self.pool_h):
            for z in range(self.pool_w):
                out += x[:, :, y:y + self.stride * out_h:self.stride, z:z + self.stride * out_w:self.stride]
        return out / (self.pool_h * self.pool_w)

    def backward(self, dout):
        dx = np.zeros(self.in_shape)
        oh, ow = dout.shape[2], dout.shape[3]
        share = dout / (self.pool_h * self.pool_w)
        for y in range(self.pool_h):
            for z in range(self.pool_w):
                dx[:, :, y:y + self.stride * oh:self.stride, z:z + self.stride * ow:self.stride] += share
        return dx

layer = AveragePooling(2, 3, stride=2)
x = np.arange(1 * 2 * 6 * 7, dtype=float).reshape(1, 2, 6, 7)
out = layer.forward(x)
print(out)
print(layer.backward(np.ones_like(out)))
