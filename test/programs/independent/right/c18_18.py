import numpy as np


class GlobalPool:
    """Global average or max pooling, (N, H, W, C) -> (N, C)."""

    def __init__(self, mode: str = 'avg') -> None:
        assert mode in ('avg', 'max')
        self.mode = mode

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.shape = x.shape
        n, h, w, c = x.shape
        flat = x.reshape(n, -1, c)
        if self.mode == 'avg':
            self.weights = np.full(flat.shape, 1.0 / flat.shape[1])
        else:
            first = flat.argmax(axis=1)
            self.weights = (np.arange(h * w)[None, :, None] == first[:, None, :]).astype(float)
        # both modes are a weighted sum over positions
        return (flat * self.weights).sum(axis=1)

    def backward(self, grad: np.ndarray) -> np.ndarray:
        return (self.weights * grad[:, None, :]).reshape(self.shape)


x = np.random.default_rng(2).normal(size=(2, 3, 4, 2))
for mode in ('avg', 'max'):
    layer = GlobalPool(mode)
    print(mode, layer.forward(x))
    print(layer.backward(np.ones((2, 2)))[0, :, :, 0])
