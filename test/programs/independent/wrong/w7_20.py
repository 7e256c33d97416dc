import numpy as np

class MaxPool:
    def __init__(self, size=2, stride=2):
        self.size = size
        self.stride = stride

    def forward(self, inputs):
        self.inputs = inputs
        ch, h, w = inputs.shape
        self.oh = (h - self.size) // self.stride + 1
        self.ow = (w - self.size) // self.stride + 1
        self.idx = np.zeros((ch, self.oh, self.ow), dtype=int)
        out = np.zeros((ch, self.oh, self.ow))
        for c in range(ch):
            for y in range(self.oh):
                for x in range(self.ow):
                    win = inputs[c, y*self.stride:y*self.stride+self.size, x*self.stride:x*self.stride+self.size]
                    self.idx[c, y, x] = win.argmax()
                    out[c, y, x] = win.max()
        return out

    def backward(self, dout):
        dinput = np.zeros(self.inputs.shape)
        for c in range(dout.shape[0]):
            for y in range(self.oh):
                for x in range(self.ow):
                    a, b = np.unravel_index(self.idx[c, y, x], (self.oh, self.ow))
                    dinput[c, y*self.stride+a, x*self.stride+b] += dout[c, y, x]
        return dinput

np.random.seed(8)
mp = MaxPool(2, 2)
img = np.random.randn(2, 6, 8)
print(mp.forward(img))
print(mp.backward(np.ones((2, 3, 4))))
