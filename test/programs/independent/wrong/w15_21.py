import numpy as np


def conv_transpose2d(x, weight, bias, stride=1, padding=0):
    """Transposed convolution.

    x      : (N, Cin, H, W)
    weight : (Cin, Cout, kh, kw)
    bias   : (Cout,)
    returns (N, Cout, (H-1)*stride - 2*padding + kh, (W-1)*stride - 2*padding + kw)
    """
    N, Cin, H, W = x.shape
    _, Cout, kh, kw = weight.shape
    full_h = (H - 1) * stride + kh
    full_w = (W - 1) * stride + kw
    canvas = np.zeros((N, Cout, full_h, full_w))
    for i in range(H):
        for j in range(W):
            stamp = np.tensordot(x[:, :, i, j], weight, axes=1)
            stamp = stamp + bias[None, :, None, None]
            canvas[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += stamp
    return canvas[:, :, padding:full_h - padding, padding:full_h - padding]


np.random.seed(4)
x = np.random.randn(1, 3, 3, 4)
weight = np.random.randn(3, 2, 3, 3)
bias = np.array([1.0, -1.0])
up = conv_transpose2d(x, weight, bias, stride=2, padding=1)
print(up.shape)
print(up[0, 0])
