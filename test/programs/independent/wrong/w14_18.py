import numpy as np

def conv_transpose2d(x, w, stride=2, padding=0):
    """Each input pixel stamps the kernel onto the output.

    x: (N, C_in, H, W)     w: (C_in, C_out, K, K)
    """
    N, Cin, H, W = x.shape
    _, Cout, K, _ = w.shape
    full_h = (H - 1) * stride + K
    full_w = (W - 1) * stride + K
    canvas = np.zeros((N, Cout, full_h, full_w))
    stamp = w[:, :, ::-1, ::-1]
    for r in range(H):
        for c in range(W):
            contribution = np.tensordot(x[:, :, r, c], stamp, axes=(1, 0))
            canvas[:, :, r * stride:r * stride + K, c * stride:c * stride + K] += contribution
    return canvas[:, :, padding:full_h - padding, padding:full_w - padding]

np.random.seed(0)
x = np.random.randn(1, 2, 3, 4)
w = np.random.randn(2, 3, 3, 3)
y = conv_transpose2d(x, w, stride=2, padding=1)
print(y.shape)
print(np.round(y[0, 0], 3))
