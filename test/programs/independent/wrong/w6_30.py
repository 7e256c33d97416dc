import numpy as np

def pool2d(X, pool_size, mode='max', stride=1, padding=0):
    p_h, p_w = pool_size
    if padding > 0:
        # -inf, damit das Maximum nie am Rand liegt
        fill = -np.inf if mode == 'max' else 0.0
        X = np.pad(X, padding, constant_values=fill)
    Y = np.zeros(((X.shape[0] - p_h) // stride + 1, (X.shape[1] - p_w) // stride + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            l = j * stride
            window = X[i:i + p_h, l:l + p_w]
            if mode == 'max':
                Y[i, j] = window.max()
            elif mode == 'avg':
                Y[i, j] = window.mean()
    return Y

X = np.array([[0.0, 1.0, 2.0, 1.5], [3.0, 4.0, 5.0, 0.5], [6.0, 7.0, 8.0, -2.0], [2.0, 9.0, 1.0, 4.0]])
print(pool2d(X, (2, 2)))
print(pool2d(X, (2, 2), 'avg', stride=2))
print(pool2d(X, (3, 3), 'max', stride=2, padding=1))
