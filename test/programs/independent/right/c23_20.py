from dataclasses import dataclass
import numpy as np

@dataclass
class Geometry:
    size: int
    stride: int = 1
    pad: int = 0

    def out(self, n: int) -> int:
        return (n + 2 * self.pad - self.size) // self.stride + 1

    def span(self, i: int) -> slice:
        return slice(i * self.stride, i * self.stride + self.size)

    def grow(self, x: np.ndarray) -> np.ndarray:
        return np.pad(x, ((0, 0), (self.pad, self.pad), (self.pad, self.pad), (0, 0)))

    def shrink(self, x: np.ndarray) -> np.ndarray:
        return x[:, self.pad:-self.pad, self.pad:-self.pad] if self.pad else x

class Conv2D:
    def __init__(self, geometry: Geometry, weights: np.ndarray, bias: np.ndarray):
        self.g, self.W, self.b = geometry, weights, bias

    def positions(self, shape):
        return np.ndindex(self.g.out(shape[1]), self.g.out(shape[2]))

    def forward(self, x):
        self.x = x
        xp = self.g.grow(x)
        y = np.empty((x.shape[0], self.g.out(x.shape[1]), self.g.out(x.shape[2]), self.b.size))
        for i, j in self.positions(x.shape):
            y[:, i, j] = np.einsum('nijc,ijcf->nf', xp[:, self.g.span(i), self.g.span(j)], self.W) + self.b
        return y

    def backward(self, dy):
        xp = self.g.grow(self.x)
        dxp = np.zeros(xp.shape)
        self.dW, self.db = np.zeros(self.W.shape), np.zeros(self.b.shape)
        for i, j in self.positions(self.x.shape):
            si, sj = self.g.span(i), self.g.span(j)
            self.dW += np.einsum('nijc,nf->ijcf', xp[:, si, sj], dy[:, i, j])
            dxp[:, si, sj] += np.einsum('nf,ijcf->nijc', dy[:, i, j], self.W)
            self.db += dy[:, i, j].sum(axis=0)
        return self.g.shrink(dxp)

rng = np.random.default_rng(0)
layer = Conv2D(Geometry(3, 2, 1), rng.normal(size=(3, 3, 2, 4)), rng.normal(size=4))
y = layer.forward(rng.normal(size=(2, 6, 6, 2)))
print(y.shape, layer.backward(np.ones_like(y)).shape, layer.db)
