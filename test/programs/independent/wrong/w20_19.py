import numpy as np


def conv_transpose2d(x, weight, stride=1, padding=0):
    """x (N, Cin, H, W), weight (Cin, Cout, kH, kW), as in PyTorch."""
    N, Cin, H, W = x.shape
    _, Cout, kH, kW = weight.shape
    full_h = (H - 1) * stride + kH
    full_w = (W - 1) * stride + kW
    canvas = np.zeros((N, Cout, full_h, full_w))

    for i in range(H):
        for j in range(W):
            contribution = np.einsum('nd,cdij->ncij', x[:, :, i, j], weight)
            r, c = i * stride, j * stride
            canvas[:, :, r:r + kH, c:c + kW] += contribution

    return canvas[:, :, padding:padding + H * stride, padding:padding + W * stride]


rng = np.random.RandomState(11)
x = rng.randn(2, 3, 4, 4)
weight = rng.randn(3, 3, 3, 3)
out = conv_transpose2d(x, weight, stride=2, padding=1)
print(out.shape)
print(out[0, 0])
