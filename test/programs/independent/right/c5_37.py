import numpy as np

def conv_as_matrix(H, W, K):
    """Toeplitz-Matrix der Korrelation ('valid') : M @ x.ravel() == y.ravel()"""
    kh, kw = K.shape
    oh, ow = H - kh + 1, W - kw + 1
    M = np.zeros((oh * ow, H * W))
    for i in range(oh):
        for j in range(ow):
            for u in range(kh):
                for v in range(kw):
                    M[i * ow + j, (i + u) * W + (j + v)] = K[u, v]
    return M, (oh, ow)

def conv(x, K):
    M, shape = conv_as_matrix(*x.shape, K)
    return (M @ x.ravel()).reshape(shape)

x = np.arange(12.).reshape(3, 4)
K = np.array([[1., -1.], [0.5, 2.]])
print(conv(x, K))
