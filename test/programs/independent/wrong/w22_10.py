import numpy as np


def correlate(x, w):
    """valid cross-correlation, x (N, C, H, W), w (F, C, k, k)"""
    k = w.shape[-1]
    ho = x.shape[2] - k + 1
    wo = x.shape[3] - k + 1
    y = np.empty((x.shape[0], w.shape[0], ho, wo))
    for r in range(ho):
        for c in range(wo):
            y[:, :, r, c] = np.tensordot(x[:, :, r:r+k, c:c+k], w, axes=([1, 2, 3], [1, 2, 3]))
    return y


def grad_input(dy, w):
    """dL/dx of y = correlate(x, w): full correlation with the rotated kernels."""
    k = w.shape[-1]
    padded = np.pad(dy, ((0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)))
    rotated = np.rot90(w, 2, axes=(1, 2))
    return correlate(padded, rotated.swapaxes(0, 1))


rs = np.random.RandomState(21)
x = rs.randn(1, 2, 5, 5)
w = rs.randn(3, 2, 3, 3)
y = correlate(x, w)
dx = grad_input(np.ones_like(y), w)
assert dx.shape == x.shape
print(dx[0].round(3))
