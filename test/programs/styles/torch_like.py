import numpy as np


class MaxPool2d:
    def __init__(self, kernel_size, stride=None):
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.ctx = {}

    def __call__(self, x):
        return self.forward(x)

    def output_size(self, extent):
        return (extent - self.kernel_size) // self.stride + 1

    def forward(self, x):
        N, C, H, W = x.shape
        Ho, Wo = self.output_size(H), self.output_size(W)
        out = np.empty((N, C, Ho, Wo), dtype=x.dtype)
        where = np.zeros((N, C, Ho, Wo, 2), dtype=np.int64)
        for i in range(Ho):
            for j in range(Wo):
                top, left = i * self.stride, j * self.stride
                patch = x[:, :, top:top + self.kernel_size, left:left + self.kernel_size]
                flat = patch.reshape(N, C, -1)
                best = flat.argmax(axis=2)
                out[:, :, i, j] = np.take_along_axis(flat, best[:, :, None], axis=2)[:, :, 0]
                where[:, :, i, j, 0] = top + best // patch.shape[3]
                where[:, :, i, j, 1] = left + best % patch.shape[3]
        self.ctx = {"where": where, "shape": x.shape}
        return out

    def backward(self, grad):
        where, shape = self.ctx["where"], self.ctx["shape"]
        dx = np.zeros(shape)
        n_idx = np.arange(shape[0])[:, None, None, None]
        c_idx = np.arange(shape[1])[None, :, None, None]
        np.add.at(dx, (n_idx, c_idx, where[..., 0], where[..., 1]), grad)
        return dx
