import numpy as np

def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    X = X.reshape((c_i, h * w))
    K = K.reshape((c_o, c_i))
    # Matrix multiplication in the fully connected layer
    Y = np.matmul(K, X)
    return Y.reshape((c_o, h, w))

np.random.seed(6)
X = np.random.normal(0, 1, (3, 3, 4))
K = np.random.normal(0, 1, (2, 3, 1, 1))
print(corr2d_multi_in_out_1x1(X, K))
