import numpy as np

def corr2d(X, K, padding=(0, 0), stride=(1, 1)):
    ph, pw = padding
    sh, sw = stride
    X = np.pad(X, ((pw, pw), (ph, ph)))
    h, w = K.shape
    Y = np.zeros(((X.shape[0] - h) // sh + 1, (X.shape[1] - w) // sw + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i * sh:i * sh + h, j * sw:j * sw + w] * K).sum()
    return Y

X = np.random.RandomState(0).uniform(size=(8, 8))
K = np.random.RandomState(1).uniform(size=(5, 3))
print(corr2d(X, K, padding=(2, 1)).shape)
print(corr2d(X, K, padding=(0, 1), stride=(3, 4)).shape)
