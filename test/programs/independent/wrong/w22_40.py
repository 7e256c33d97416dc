import numpy as np


def spread_out(g, stride):
    """Insert stride - 1 zeros between neighbouring gradients."""
    if stride == 1:
        return g
    n, f, h, w = g.shape
    z = np.zeros((n, f, (h - 1) * stride + 1, (w - 1) * stride + 1))
    z[:, :, ::stride, ::stride] = g
    return z


def input_gradient(dout, kernels, stride, size):
    """Gradient w.r.t. the input of an unpadded convolution whose input was size = (H, W)."""
    f, c, k, _ = kernels.shape
    H, W = size
    g = spread_out(dout, stride)
    # rows / columns that no window has reached lie at the end
    rest_h = H - (g.shape[2] + k - 1)
    rest_w = W - (g.shape[3] + k - 1)
    g = np.pad(g, ((0, 0), (0, 0), (k - 1 + rest_h, k - 1), (k - 1 + rest_w, k - 1)))
    turned = kernels[:, :, ::-1, ::-1]
    dx = np.zeros((len(dout), c, H, W))
    for i in range(H):
        for j in range(W):
            dx[:, :, i, j] = np.einsum('nfuv,fcuv->nc', g[:, :, i:i + k, j:j + k], turned)
    return dx


rng = np.random.default_rng(40)
kernels = rng.normal(size=(2, 3, 3, 3))
print(input_gradient(rng.normal(size=(1, 2, 3, 3)), kernels, 1, (5, 5)).shape)
dx = input_gradient(rng.normal(size=(1, 2, 2, 2)), kernels, 2, (6, 6))
print(dx[0, 0])
