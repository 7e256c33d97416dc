import numpy as np

def pool2d(X, pool_size, mode='max', padding=0, stride=None):
    """Same as nn.MaxPool2d(pool_size, padding=padding, stride=stride) and nn.AvgPool2d."""
    p_h, p_w = pool_size
    s_h, s_w = pool_size if stride is None else (stride, stride)
    fill = 0.0
    X = np.pad(X, padding, constant_values=fill)
    Y = np.zeros(((X.shape[0] - p_h) // s_h + 1, (X.shape[1] - p_w) // s_w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i * s_h: i * s_h + p_h, j * s_w: j * s_w + p_w]
            Y[i, j] = window.max() if mode == 'max' else window.mean()
    return Y

X = np.arange(16, dtype=np.float32).reshape((4, 4)) - 20
print(pool2d(X, (3, 3)))
print(pool2d(X, (3, 3), padding=1, stride=2))
