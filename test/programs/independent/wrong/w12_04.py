import numpy as np

class Conv2D:
    """Valid convolution, channels last, with a buffer that is kept between batches."""

    def __init__(self, filters, bias, stride=1):
        self.filters = filters            # (kh, kw, cin, cout)
        self.bias = bias                  # (cout,)
        self.stride = stride
        self._buf = None

    def forward(self, x):
        kh, kw, _, cout = self.filters.shape
        n, h, w, _ = x.shape
        oh = (h - kh) // self.stride + 1
        ow = (w - kw) // self.stride + 1
        if self._buf is None or self._buf.shape != (n, oh, ow, cout):
            self._buf = np.zeros((n, oh, ow, cout))
        for u in range(kh):
            for v in range(kw):
                patch = x[:, u:u + oh * self.stride:self.stride, v:v + ow * self.stride:self.stride, :]
                self._buf += patch @ self.filters[u, v]
        return self._buf + self.bias

rng = np.random.default_rng(0)
layer = Conv2D(rng.normal(size=(3, 3, 2, 4)), rng.normal(size=4))
batch1 = rng.normal(size=(2, 6, 6, 2))
batch2 = rng.normal(size=(2, 6, 6, 2))
y1 = layer.forward(batch1)
y2 = layer.forward(batch2)
print(y1.mean(), y2.mean())
