import numpy as np

def avg_pool(x, size, stride):
    n, rows, cols, channels = x.shape
    out_rows = (rows - size) // stride + 1
    out_cols = (cols - size) // stride + 1
    out = np.zeros((n, out_rows, out_cols, channels))
    for r in range(out_rows):
        for c in range(out_cols):
            window = x[:, r * stride:r * stride + size, c * stride:c * stride + size, :]
            out[:, r, c, :] = np.sum(window, axis=(1, 2))
    return out

np.random.seed(1)
print(avg_pool(np.random.randn(1, 4, 6, 2), 2, 2))
