import numpy as np

def fwd(X, F, bias, st):
    # X [C,H,W]; F [K,C,h,w]
    K, C, h, w = F.shape
    oh = (X.shape[1] - h) // st + 1
    ow = (X.shape[2] - w) // st + 1
    Y = np.zeros((K, oh, ow))
    k = 0
    while k < K:
        i = 0
        j = 0
        while i < oh:
            while j < ow:
                Y[k, i, j] = np.sum(X[:, i*st:i*st+h, j*st:j*st+w] * F[k]) + bias[k]
                j += 1
            i += 1
        k += 1
    return Y

np.random.seed(21)
X = np.random.randn(3, 6, 8)
F = np.random.randn(2, 3, 2, 2)
bias = np.array([0.5, -0.5])
Y = fwd(X, F, bias, 2)
print(Y.shape)
print(Y)
