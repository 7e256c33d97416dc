import numpy as np

def conv_matrix(K, in_shape):
    """matrix M with (M @ X.ravel()).reshape(out) == valid correlation of X with K"""
    kh, kw = K.shape
    H, W = in_shape
    oh, ow = H - kh + 1, W - kw + 1
    M = np.zeros((oh * ow, H * W))
    for r in range(oh):
        for c in range(ow):
            for i in range(kh):
                M[r * ow + c, (r + i) * W + c:(r + i) * W + c + kw] = K[i]
    return M, (oh, ow)

K = np.array([[1., 2.], [3., 4.]])
X = np.arange(12.).reshape(3, 4)
M, out_shape = conv_matrix(K, X.shape)
print((M @ X.ravel()).reshape(out_shape))
dY = np.ones(out_shape)
print((M.T @ dY.ravel()).reshape(X.shape))   # backward
