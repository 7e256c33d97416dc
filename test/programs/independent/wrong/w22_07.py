import numpy as np


class Conv2D:
    """Stride-1, unpadded convolution, (N, C, H, W)."""

    def __init__(self, in_ch: int, out_ch: int, k: int, seed: int = 0):
        rng = np.random.default_rng(seed)
        self.k = k
        self.weight = rng.standard_normal((out_ch, in_ch, k, k)) / k
        self.bias = np.zeros(out_ch)
        self.grad_w = np.zeros_like(self.weight)
        self.grad_b = np.zeros_like(self.bias)

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.x = x
        N, _, H, W = x.shape
        oh, ow = H - self.k + 1, W - self.k + 1
        out = np.zeros((N, self.weight.shape[0], oh, ow))
        for i in range(self.k):
            for j in range(self.k):
                out += np.einsum('nchw,fc->nfhw', x[:, :, i:i+oh, j:j+ow], self.weight[:, :, i, j])
        return out + self.bias.reshape(1, -1, 1, 1)

    def backward(self, dout: np.ndarray) -> np.ndarray:
        oh, ow = dout.shape[2:]
        dx = np.zeros_like(self.x)
        for i in range(self.k):
            for j in range(self.k):
                xs = self.x[:, :, i:i+oh, j:j+ow]
                self.grad_w[:, :, i, j] += np.einsum('nfhw,nchw->fc', dout, xs)
                dx[:, :, i:i+oh, j:j+ow] += np.einsum('nfhw,fc->nchw', dout, self.weight[:, :, i, j])
        self.grad_b = dout.sum(axis=(0, 2, 3))
        return dx


layer = Conv2D(2, 3, 3)
batch = np.random.default_rng(5).standard_normal((4, 2, 6, 6))
for epoch in range(4):
    y = layer.forward(batch)
    layer.backward(y - 1.0)
    layer.weight -= 0.01 * layer.grad_w
    layer.bias -= 0.01 * layer.grad_b
    print(epoch, 0.5 * ((y - 1.0) ** 2).sum())
