import numpy as np

def corr2d(X, K):
    """Two-dimensional cross-correlation."""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y

def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K))

def corr2d_multi_in_out(X, K):
    return np.stack([corr2d_multi_in(X, k) for k in K], 0)

def pool2d(X, pool_size, mode='max', stride=1, padding=0):
    p_h, p_w = pool_size
    fill = -np.inf if mode == 'max' else 0.0
    Xp = np.full((X.shape[0] + 2 * padding, X.shape[1] + 2 * padding), fill)
    Xp[padding:padding + X.shape[0], padding:padding + X.shape[1]] = X
    n_h = (Xp.shape[0] - p_h) // stride + 1
    n_w = (Xp.shape[1] - p_w) // stride + 1
    Y = np.zeros((n_h, n_w))
    for i in range(n_h):
        for j in range(n_w):
            win = Xp[i * stride: i * stride + p_h, j * stride: j * stride + p_w]
            if mode == 'max':
                Y[i, j] = win.max()
            elif mode == 'avg':
                Y[i, j] = win.mean()
    return Y

X = np.arange(32.0).reshape(2, 4, 4)
K = np.stack([np.arange(8.0).reshape(2, 2, 2) + k for k in range(3)])
print(corr2d_multi_in_out(X, K))
print(pool2d(X[0], (2, 3), 'avg'))
print(pool2d(-X[1], (3, 3), stride=2, padding=1))
