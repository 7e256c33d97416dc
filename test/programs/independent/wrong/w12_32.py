import numpy as np

def conv_layer(x, w, b):
    """x (N, C, H, W); w (F, C, k, k); b (F,)"""
    N, C, H, W = x.shape
    F, _, k, _ = w.shape
    y = np.zeros((N, F, H - k + 1, W - k + 1))
    for i in range(k):
        for j in range(k):
            y += np.einsum('nchw,fc->nfhw', x[:, :, i:i + y.shape[2], j:j + y.shape[3]], w[:, :, i, j])
    return y + b

np.random.seed(15)
x = np.random.randn(2, 3, 6, 6)
w = np.random.randn(4, 3, 3, 3)
b = np.array([1.0, 2.0, 3.0, 4.0])
print(conv_layer(x, w, b)[0, :, 0, 0])
