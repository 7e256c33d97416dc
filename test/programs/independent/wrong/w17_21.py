import numpy as np


def gap_forward(x):
    """Global average pooling, (N, H, W, C) -> (N, C)"""
    return x.mean(axis=(1, 2)), x.shape


def gap_backward(dout, shape):
    """Every pixel of a channel receives the same share of the gradient."""
    N, H, W, C = shape
    n_pixels = H * W
    share = dout / n_pixels
    return np.repeat(share, n_pixels, axis=1).reshape(N, H, W, C)


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    x = rng.normal(size=(2, 3, 4, 5))
    y, shape = gap_forward(x)
    g = np.arange(10, dtype=float).reshape(2, 5)
    dx = gap_backward(g, shape)
    print(y)
    print(dx[0, 0, 0], dx.sum())
