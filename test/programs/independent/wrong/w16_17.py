import numpy as np

def conv_layer(x, W, b, stride=1):
    """x: (batch, channels, height, width); W: (filters, channels, k, k); b: (filters,)"""
    batch, channels, height, width = x.shape
    filters, _, k, _ = W.shape
    rows = 1 + (height - k) // stride
    cols = 1 + (width - k) // stride
    y = np.zeros((batch, filters, rows, cols))
    for dy in range(k):
        for dx in range(k):
            part = x[:, :, dy:dy + rows * stride:stride, dx:dx + cols * stride:stride]
            y += np.einsum('bchw,fc->bfhw', part, W[:, :, dy, dx])
    y = y + b
    return y

np.random.seed(17)
x = np.random.randn(2, 3, 6, 6)
W = np.random.randn(4, 3, 3, 3)
b = np.array([0.5, -1.0, 2.0, 0.1])
print(conv_layer(x, W, b).round(3))
