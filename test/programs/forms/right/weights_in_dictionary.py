import numpy as np


class Convolution:
    def __init__(self, params, stride=1, pad=0):
        self.params = params
        self.stride = stride
        self.pad = pad
        self.grads = {}

    def forward(self, x):
        W, b = self.params['W'], self.params['b']
        FN, C, FH, FW = W.shape
        N, _, H, Wd = x.shape
        oh = (H + 2 * self.pad - FH) // self.stride + 1
        ow = (Wd + 2 * self.pad - FW) // self.stride + 1
        xp = np.pad(x, [(0, 0), (0, 0), (self.pad,) * 2, (self.pad,) * 2])
        out = np.zeros((N, FN, oh, ow))
        for y in range(oh):
            for z in range(ow):
                block = xp[:, :, y * self.stride:y * self.stride + FH, z * self.stride:z * self.stride + FW]
                out[:, :, y, z] = np.einsum('ncij,fcij->nf', block, W) + b
        self.xp, self.shape = xp, x.shape
        return out

    def backward(self, dout):
        W = self.params['W']
        FN, C, FH, FW = W.shape
        dxp = np.zeros_like(self.xp)
        dW = np.zeros_like(W)
        for y in range(dout.shape[2]):
            for z in range(dout.shape[3]):
                rows = slice(y * self.stride, y * self.stride + FH)
                cols = slice(z * self.stride, z * self.stride + FW)
                g = dout[:, :, y, z]
                dW += np.einsum('nf,ncij->fcij', g, self.xp[:, :, rows, cols])
                dxp[:, :, rows, cols] += np.einsum('nf,fcij->ncij', g, W)
        self.grads['W'] = dW
        self.grads['b'] = dout.sum(axis=(0, 2, 3))
        _, _, H, Wd = self.shape
        return dxp[:, :, self.pad:self.pad + H, self.pad:self.pad + Wd]


np.random.seed(11)
layer = Convolution({'W': np.random.randn(3, 2, 3, 3), 'b': np.random.randn(3)}, stride=1, pad=1)
out = layer.forward(np.random.randn(2, 2, 5, 6))
dx = layer.backward(np.random.randn(*out.shape))
print(dx.shape, layer.grads['b'])
