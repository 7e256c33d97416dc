import numpy as np

class MaxPool2D:
    def __init__(self, pool_size=2, stride=2):
        self.pool_size = pool_size
        self.stride = stride

    def forward(self, inputs):
        self.inputs = inputs
        n, h, w, c = inputs.shape
        k, s = self.pool_size, self.stride
        out = np.zeros((n, (h - k) // s + 1, (w - k) // s + 1, c))
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[:, i, j, :] = np.amax(inputs[:, i * s:i * s + k, j * s:j * s + k, :], axis=(1, 2))
        return out

    def backward(self, d_out):
        n, h, w, c = d_out.shape
        k, s = self.pool_size, self.stride
        d_in = np.zeros_like(self.inputs)
        for b in range(n):
            for i in range(h):
                for j in range(w):
                    for q in range(c):
                        window = self.inputs[b, i * s:i * s + k, j * s:j * s + k, q]
                        mask = window == np.max(window)
                        d_in[b, i * s:i * s + k, j * s:j * s + k, q] += d_out[b, i, j, q] * mask
        return d_in
