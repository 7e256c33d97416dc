import numpy as np

class GlobalMaxPool:
    def forward(self, x):
        self.shape = x.shape
        flat = x.reshape(*x.shape[:2], -1)
        self.idx = flat.argmax(-1)
        return np.take_along_axis(flat, self.idx[..., None], -1)[..., 0]

    def backward(self, grad):
        out = np.zeros(self.shape).reshape(*self.shape[:2], -1)
        np.put_along_axis(out, self.idx[..., None], grad[..., None], -1)
        return out.reshape(self.shape)


class GlobalAvgPool:
    def forward(self, x):
        self.shape = x.shape
        return np.einsum('nchw->nc', x) / np.prod(x.shape[2:])

    def backward(self, grad):
        return np.ones(self.shape) * (grad.T / (self.shape[2] * self.shape[3])).T[:, :, None, None]


x = np.random.RandomState(18).randn(2, 3, 4, 5)
for layer in (GlobalMaxPool(), GlobalAvgPool()):
    y = layer.forward(x)
    dx = layer.backward(y)
    print(type(layer).__name__, y.shape, dx.sum())
gmp = GlobalMaxPool()
gy = gmp.forward(x)
gdx = gmp.backward(gy)
