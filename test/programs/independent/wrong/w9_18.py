import numpy as np

def conv_transpose2d(x, weight, stride=1, padding=0):
    """
    x:      (C_in, H, W)
    weight: (C_in, C_out, k, k)
    returns (C_out, (H-1)*stride + k - 2*padding, (W-1)*stride + k - 2*padding)
    """
    c_in, H, W = x.shape
    _, c_out, k, _ = weight.shape
    y = np.zeros((c_out, (H - 1) * stride + k, (W - 1) * stride + k))
    for i in range(H):
        for j in range(W):
            a, b = i * stride, j * stride
            y[:, a:a + k, b:b + k] += np.einsum("c,cdij->dij", x[:, i, j], weight)
    if padding:
        y = y[:, padding:, padding:]
    return y

rng = np.random.default_rng(0)
x = rng.random((2, 3, 3))
weight = rng.random((2, 2, 3, 3))
print(conv_transpose2d(x, weight, stride=2).shape)
print(conv_transpose2d(x, weight, stride=2, padding=1).shape)
