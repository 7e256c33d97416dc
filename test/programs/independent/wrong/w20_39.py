import numpy as np

def avg_pool(x, k, stride, pad):
    """Average pooling (N, H, W, C); padded positions do not count (count_include_pad=False)."""
    N, H, W, C = x.shape
    H_out = (H + 2 * pad - k) // stride + 1
    W_out = (W + 2 * pad - k) // stride + 1
    y = np.zeros((N, H_out, W_out, C))
    for i in range(H_out):
        top = max(i * stride - pad, 0)
        bottom = min(top + k, H)
        for j in range(W_out):
            left = max(j * stride - pad, 0)
            right = min(j * stride - pad + k, W)
            y[:, i, j] = x[:, top:bottom, left:right].sum(axis=(1, 2)) / ((bottom - top) * (right - left))
    return y

x = np.random.RandomState(23).rand(1, 5, 5, 2)
print(avg_pool(x, 3, 2, 1)[0, :, :, 0])
print(avg_pool(x, 2, 2, 0).shape)
