import numpy as np

def pool2d(X, pool_size, mode='max', padding=0, stride=None):
    p_h, p_w = pool_size
    s_h, s_w = stride or pool_size      # default: windows do not overlap
    if padding:
        X = np.pad(X, padding, constant_values=-np.inf if mode == 'max' else 0)
    H = (X.shape[0] - p_h) // s_h + 1
    W = (X.shape[1] - p_w) // s_w + 1
    Y = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            win = X[i * s_h: i * s_h + p_h, j * s_w: j * s_w + p_w]
            Y[i, j] = win.max() if mode == 'max' else win.mean()
    return Y

X = np.arange(16, dtype=np.float32).reshape((4, 4))
print(pool2d(X, (3, 3)))
print(pool2d(X, (3, 3), padding=1, stride=(2, 2)))
print(pool2d(X, (2, 3), 'avg', stride=(2, 1)))
