import numpy as np

def conv_transpose2d(x, w, stride=1, padding=0):
    """Transposed convolution, scatter version.
    x: (N, Cin, H, W)   w: (Cin, Cout, kh, kw)
    out: (N, Cout, (H-1)*stride - 2*padding + kh, (W-1)*stride - 2*padding + kw)
    """
    N, Cin, H, W = x.shape
    _, Cout, kh, kw = w.shape
    full_h = (H - 1) * stride + kh
    full_w = (W - 1) * stride + kh
    full = np.zeros((N, Cout, full_h, full_w))
    for i in range(H):
        for j in range(W):
            contrib = np.tensordot(x[:, :, i, j], w, axes=(1, 0))
            full[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += contrib
    out_h = full_h - 2 * padding
    out_w = full_w - 2 * padding
    return full[:, :, padding:out_h, padding:out_w]

rng = np.random.default_rng(25)
x = rng.standard_normal((1, 2, 3, 4))
w = rng.standard_normal((2, 3, 3, 2))
print(conv_transpose2d(x, w, stride=2).shape)
print(conv_transpose2d(x, w, stride=2, padding=1)[0, 0])
