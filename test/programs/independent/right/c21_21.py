import numpy as np
from dataclasses import dataclass, field


@dataclass
class DepthwiseConv:
    """One kernel per channel, stride 1, no padding."""
    weight: np.ndarray            # (C, kh, kw)
    bias: np.ndarray              # (C,)
    cache: dict = field(default_factory=dict)

    def forward(self, x: np.ndarray) -> np.ndarray:
        c, kh, kw = self.weight.shape
        win = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(-2, -1))
        self.cache["win"], self.cache["shape"] = win, x.shape
        return (win * self.weight[:, None, None]).sum((-2, -1)) + self.bias[:, None, None]

    def backward(self, g: np.ndarray):
        c, kh, kw = self.weight.shape
        dx = np.zeros(self.cache["shape"])
        oh, ow = g.shape[-2:]
        for u in range(kh):
            for v in range(kw):
                dx[..., u:u + oh, v:v + ow] += g * self.weight[:, u, v][:, None, None]
        dw = np.einsum("nchw,nchwuv->cuv", g, self.cache["win"])
        return dx, dw, g.sum((0, 2, 3))


np.random.seed(16)
layer = DepthwiseConv(np.random.randn(3, 3, 3), np.zeros(3))
y = layer.forward(np.random.randn(2, 3, 6, 6))
dx, dw, db = layer.backward(np.ones_like(y))
print(y.shape, dx.shape, dw.shape, db)
