import numpy as np

def conv(x, w):
    F, C, k, l = w.shape
    H, W = x.shape[1] - k + 1, x.shape[2] - k + 1
    y = np.zeros((F, H, W))
    for i in range(H):
        for j in range(W):
            y[:, i, j] = np.tensordot(w[:, ::-1], x[:, i:i + k, j:j + l], 3)
    return y

r = np.random.default_rng(34)
x, w = r.normal(size=(2, 5, 6)), r.normal(size=(3, 2, 3, 2))
y = conv(x, w)
print(y)
