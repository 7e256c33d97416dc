import numpy as np

def conv_transpose2d(x, w, stride, padding):
    """Transposed convolution. x: (N, Cin, H, W), w: (Cin, Cout, K, K).
    Output size (H - 1) * stride - 2 * padding + K."""
    N, Cin, H, W = x.shape
    _, Cout, K, _ = w.shape
    full_h = (H - 1) * stride + K
    full_w = (W - 1) * stride + K
    canvas = np.zeros((N, Cout, full_h, full_w))
    for n in range(N):
        for i in range(H):
            for j in range(W):
                stamp = np.tensordot(x[n, :, i, j], w, axes=(0, 0))
                canvas[n, :, i * stride:i * stride + K, j * stride:j * stride + K] += stamp
    return canvas[:, :, 2 * padding:, 2 * padding:]

np.random.seed(21)
x = np.random.randn(1, 2, 3, 4)
w = np.random.randn(2, 3, 3, 3)
y = conv_transpose2d(x, w, stride=2, padding=1)
print(y.shape)
print(y[0, 0])
