import numpy as np


def avg_pool_backward(dout, H, W, k):
    """Average pooling with stride == k; dout is (C, H // k, W // k).
    Rows and columns left over on the right and at the bottom get no gradient."""
    C, oh, ow = dout.shape
    spread = np.kron(dout, np.full((1, k, k), 1.0 / k ** 2))
    dx = np.zeros((C, H, W))
    dx[:, :spread.shape[1], :spread.shape[2]] = spread
    return dx


rng = np.random.default_rng(66)
dout = rng.normal(size=(2, 2, 3))
dx = avg_pool_backward(dout, 5, 7, 2)
print(dx[0].round(3))
