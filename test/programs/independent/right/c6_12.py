import numpy as np

def pool2d(X, pool_size, mode='max', padding=0, stride=1):
    p_h, p_w = pool_size
    if padding:
        fill = -np.inf if mode == 'max' else 0.0
        X = np.pad(X, padding, constant_values=fill)
    Y = np.zeros(((X.shape[0] - p_h) // stride + 1, (X.shape[1] - p_w) // stride + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            r, c = i * stride, j * stride
            if mode == 'max':
                Y[i, j] = X[r: r + p_h, c: c + p_w].max()
            elif mode == 'avg':
                Y[i, j] = X[r: r + p_h, c: c + p_w].mean()
    return Y

X = np.arange(16.0).reshape(4, 4)
print(pool2d(X, (2, 2)))
print(pool2d(X, (3, 3), padding=1, stride=2))
print(pool2d(X, (2, 3), 'avg'))
