import numpy as np


class Conv2D:
    def __init__(self, in_channels, out_channels, kernel, stride=1, padding=0):
        self.kernel, self.stride, self.padding = kernel, stride, padding
        self.params = {
            "W": np.random.randn(kernel, kernel, in_channels, out_channels),
            "b": np.zeros(out_channels),
        }
        self.grads = {}
        self.cache = {}

    def forward(self, x):
        p, k, s = self.padding, self.kernel, self.stride
        W, b = self.params["W"], self.params["b"]
        xp = np.pad(x, ((0, 0), (p, p), (p, p), (0, 0)), mode="constant")
        m, hp, wp, _ = xp.shape
        ho, wo = (hp - k) // s + 1, (wp - k) // s + 1
        out = np.zeros((m, ho, wo, W.shape[3]))
        for i in range(ho):
            for j in range(wo):
                patch = xp[:, i * s:i * s + k, j * s:j * s + k, :]
                out[:, i, j, :] = np.einsum("mhwc,hwcf->mf", patch, W) + b
        self.cache["xp"], self.cache["x_shape"] = xp, x.shape
        return out

    def backward(self, dout):
        p, k, s = self.padding, self.kernel, self.stride
        xp, x_shape = self.cache["xp"], self.cache["x_shape"]
        W = self.params["W"]
        dxp, dW = np.zeros_like(xp), np.zeros_like(W)
        _, ho, wo, _ = dout.shape
        for i in range(ho):
            for j in range(wo):
                g = dout[:, i, j, :]
                rows, cols = slice(i * s, i * s + k), slice(j * s, j * s + k)
                dW += np.einsum("mhwc,mf->hwcf", xp[:, rows, cols, :], g)
                dxp[:, rows, cols, :] += np.einsum("mf,hwcf->mhwc", g, W)
        self.grads["dW"] = dW
        self.grads["db"] = dout.sum(axis=(0, 1, 2))
        return dxp[:, p:p + x_shape[1], p:p + x_shape[2], :]
