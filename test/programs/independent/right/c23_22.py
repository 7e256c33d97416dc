import numpy as np

def corr2d(X, K):
    h, w = K.shape
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for j in range(Y.shape[1]):
        for i in range(Y.shape[0]):
            Y[i, j] = np.tensordot(X[i:i + h, j:j + w], K, axes=2)
    return Y

def corr2d_multi_in(X, K):
    return sum(corr2d(x, k) for x, k in zip(X, K))

def corr2d_multi_in_out(X, K):
    return np.array([corr2d_multi_in(X, k) for k in K])

def corr2d_multi_in_out_1x1(X, K):
    c_i, h, w = X.shape
    c_o = K.shape[0]
    return (K.reshape((c_o, c_i)) @ X.reshape((c_i, h * w))).reshape((c_o, h, w))

def comp_conv2d(X, K, padding, stride):
    """padding=(rows, cols) on both sides; stride=(rows, cols) by subsampling the dense result."""
    ph, pw = padding
    X = np.pad(X, ((ph, ph), (pw, pw)))
    return corr2d(X, K)[::stride[0], ::stride[1]]

X = np.random.RandomState(0).normal(0, 1, (3, 3, 3))
K = np.random.RandomState(1).normal(0, 1, (2, 3, 1, 1))
assert np.abs(corr2d_multi_in_out_1x1(X, K) - corr2d_multi_in_out(X, K)).sum() < 1e-6
print(comp_conv2d(np.ones((8, 8)), np.ones((3, 5)), (0, 1), (3, 4)).shape)
