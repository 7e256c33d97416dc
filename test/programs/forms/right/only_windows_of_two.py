import numpy as np

def max_pool(x, kernel, stride):
    assert kernel == 2 and stride == 2
    n, c, h, w = x.shape
    out = np.zeros((n, c, h // 2, w // 2))
    for i in range(h // 2):
        for j in range(w // 2):
            out[:, :, i, j] = x[:, :, 2 * i:2 * i + 2, 2 * j:2 * j + 2].max(axis=(2, 3))
    return out

def max_pool_backward(dout, x, kernel, stride):
    assert kernel == 2 and stride == 2
    dx = np.zeros_like(x)
    n, c, h, w = x.shape
    for i in range(h // 2):
        for j in range(w // 2):
            win = x[:, :, 2 * i:2 * i + 2, 2 * j:2 * j + 2]
            m = win.max(axis=(2, 3), keepdims=True)
            dx[:, :, 2 * i:2 * i + 2, 2 * j:2 * j + 2] += (win == m) * dout[:, :, i:i + 1, j:j + 1]
    return dx
