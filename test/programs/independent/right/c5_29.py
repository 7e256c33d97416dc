import numpy as np

def block_view(x, f):
    n, h, w, c = x.shape
    # 切り捨て
    x = x[:, :h // f * f, :w // f * f, :]
    return x.reshape(n, h // f, f, w // f, f, c)

def max_pool(x, f=2):
    return block_view(x, f).max(axis=(2, 4))

def mean_pool(x, f=2):
    return block_view(x, f).mean(axis=(2, 4))

np.random.seed(2)
x = np.random.randn(1, 5, 6, 2)
print(max_pool(x)[0, ..., 0])
print(mean_pool(x)[0, ..., 0])
print(max_pool(x, 3).shape)
