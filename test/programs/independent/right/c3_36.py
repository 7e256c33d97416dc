import numpy as np

def kernel2matrix(K, h, w):
    """matrix of the linear map: correlation of an (h, w) image with K, valid"""
    kh, kw = K.shape
    oh, ow = h - kh + 1, w - kw + 1
    M = np.zeros((oh * ow, h * w))
    for i in range(oh):
        for j in range(ow):
            for u in range(kh):
                M[i * ow + j, (i + u) * w + j:(i + u) * w + j + kw] = K[u]
    return M

def conv_as_matmul(X, K):
    h, w = X.shape
    kh, kw = K.shape
    return (kernel2matrix(K, h, w) @ X.ravel()).reshape(h - kh + 1, w - kw + 1)

X = np.arange(12.0).reshape(3, 4)
K = np.array([[1.0, 2.0], [3.0, 4.0]])
print(kernel2matrix(K, 3, 4))
print(conv_as_matmul(X, K))
