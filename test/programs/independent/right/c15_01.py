import numpy as np

def corr2d(X, K):
    """2D cross-correlation"""
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for a in reversed(range(h)):
        for b in reversed(range(w)):
            Y += K[a, b] * X[a:a + Y.shape[0], b:b + Y.shape[1]]
    return Y

X = np.arange(20.0).reshape(4, 5)
print(corr2d(X, np.array([[0.0, 1.0, 2.0], [2.0, 3.0, -1.0]])))
