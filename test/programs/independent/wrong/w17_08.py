import numpy as np

def avg_pool(x, size, stride):
    """Average pooling, x has shape (batch, channels, height, width)."""
    n, c, h, w = x.shape
    out_h = (h - size) // stride + 1
    out_w = (w - size) // stride + 1
    out = np.zeros((n, c, out_h, out_w))

    row = 0
    i = 0
    col = 0
    j = 0
    while i < out_h:
        while j < out_w:
            region = x[:, :, row:row + size, col:col + size]
            out[:, :, i, j] = region.mean(axis=(2, 3))
            col += stride
            j += 1
        j = 0
        row += stride
        i += 1
    return out

np.random.seed(3)
data = np.random.randint(0, 10, (1, 2, 4, 6)).astype(np.float64)
print(data)
print(avg_pool(data, 2, 2))
