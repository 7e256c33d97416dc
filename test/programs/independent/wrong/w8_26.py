import numpy as np

def fwd(X, K):
    H, W = X.shape
    m, n = K.shape
    Y = np.zeros((H - m + 1, W - n + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = np.tensordot(X[i:i+m, j:j+n], K, axes=2)
    return Y

def bwd(dY, X, K):
    # dK: correlate input with dY
    dK = fwd(X, dY)
    # dX: full convolution of dY with K
    m, n = K.shape
    padded = np.pad(dY, ((m-1, m-1), (n-1, n-1)))
    dX = fwd(padded, K)
    return dX, dK

X = np.arange(20.).reshape(4, 5)
K = np.array([[1., 2.], [3., -1.]])
Y = fwd(X, K)
dX, dK = bwd(np.ones_like(Y), X, K)
print("Y\n", Y)
print("dX\n", dX)
print("dK\n", dK)
