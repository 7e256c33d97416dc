import numpy as np

def conv_transpose2d(x, w, b=None, stride=1, padding=0):
    """
    Transposed convolution, same layout as torch.nn.functional.conv_transpose2d:
    x (N, C_in, H, W), w (C_in, C_out, kh, kw). `padding` crops the output.
    """
    N, _, H, W = x.shape
    _, C_out, kh, kw = w.shape
    full = np.zeros((N, C_out, (H - 1) * stride + kh, (W - 1) * stride + kw))
    for j in range(W):
        for i in range(H):
            contrib = np.tensordot(x[:, :, i, j], w, axes=1)
            full[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw] += contrib
    y = full[:, :, padding:full.shape[2] - padding, padding:full.shape[3] - padding]
    if b is not None:
        y = y + b[:, None, None]
    return y

np.random.seed(3)
x = np.random.randn(2, 3, 4, 5)
w = np.random.randn(3, 2, 3, 3)
print(conv_transpose2d(x, w, np.array([0.5, -0.5]), stride=2, padding=1).shape)
