import numpy as np


class ConvTranspose2d:
    """Transposed convolution, PyTorch layout: weight (in_channels, out_channels, kh, kw)."""

    def __init__(self, weight, bias=None, stride=1, padding=0):
        self.weight = np.asarray(weight, dtype=float)
        self.bias = bias
        self.stride = stride
        self.padding = padding

    def __call__(self, x):
        N, C, H, W = x.shape
        C2, M, kh, kw = self.weight.shape
        assert C == C2, "channel mismatch"
        s, p = self.stride, self.padding
        full_h = (H - 1) * s + kh
        full_w = (W - 1) * s + kw
        full = np.zeros((N, M, full_h, full_w))
        for i in range(H):
            for j in range(W):
                # every input pixel stamps a scaled copy of the kernel
                stamp = np.einsum("nc,cmhw->nmhw", x[:, :, i, j], self.weight)
                full[:, :, i * s:i * s + kh, j * s:j * s + kw] += stamp
        if self.bias is not None:
            full += self.bias.reshape(1, -1, 1, 1)
        return full[:, :, 2 * p:, 2 * p:]


np.random.seed(4)
up = ConvTranspose2d(np.random.randn(2, 3, 4, 4), bias=np.random.randn(3), stride=2, padding=1)
out = up(np.random.randn(1, 2, 3, 4))
print(out.shape)
print(out[0, 0])
