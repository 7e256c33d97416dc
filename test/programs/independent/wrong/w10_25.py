import numpy as np


def max_pool_same(x, k=3, s=2, p=1):
    """Max pooling as in ResNet stem (torch.nn.MaxPool2d(3, 2, 1)); x is (N, C, H, W).

    Padded positions never win.
    """
    N, C, H, W = x.shape
    H_out = (H + 2 * p - k) // s + 1
    W_out = (W + 2 * p - k) // s + 1
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    out = np.full((N, C, H_out, W_out), -np.inf)
    for dy in range(k):
        for dx in range(k):
            shifted = xp[:, :, dy:dy + s * (H_out - 1) + 1:s, dx:dx + s * (W_out - 1) + 1:s]
            out = np.maximum(out, shifted)
    return out


rng = np.random.RandomState(13)
x = rng.randn(2, 3, 6, 7) - 1.0
print(max_pool_same(x).shape)
print(max_pool_same(x, k=2, s=2, p=1)[0, 0])
