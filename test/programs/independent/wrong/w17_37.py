import numpy as np

def conv1d_strided(x, w, b, stride):
    """x (C, L), w (F, C, k), b (F,)"""
    F, C, k = w.shape
    L_out = round((x.shape[1] - k) / stride) + 1
    y = np.zeros((F, L_out))
    for t in range(L_out):
        seg = x[:, t * stride:t * stride + k]
        seg = np.pad(seg, ((0, 0), (0, k - seg.shape[1])))
        y[:, t] = (w * seg).sum(axis=(1, 2)) + b
    return y

np.random.seed(5)
x = np.random.randn(2, 10)
w = np.random.randn(3, 2, 3)
print(conv1d_strided(x, w, np.zeros(3), 1).shape)
print(conv1d_strided(x, w, np.zeros(3), 4))
