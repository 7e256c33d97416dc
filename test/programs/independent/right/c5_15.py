import numpy as np

def pool2d(X, pool_size, mode='max', stride=None):
    p_h, p_w = pool_size
    s = stride if stride is not None else (p_h, p_w)      # like the frameworks: stride = window
    n_h = (X.shape[0] - p_h + s[0]) // s[0]
    n_w = (X.shape[1] - p_w + s[1]) // s[1]
    Y = np.zeros((n_h, n_w))
    for i in range(n_h):
        for j in range(n_w):
            block = X[i * s[0]: i * s[0] + p_h, j * s[1]: j * s[1] + p_w]
            if mode == 'max':
                Y[i, j] = block.max()
            elif mode == 'avg':
                Y[i, j] = block.mean()
    return Y

X = np.arange(16, dtype=np.float32).reshape(4, 4)
print(pool2d(X, (3, 3)))
print(pool2d(X, (2, 2), 'avg'))
print(pool2d(X, (2, 3), stride=(2, 1)))
