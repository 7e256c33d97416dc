import numpy as np

def conv_matrix(K, H, W):
    """matrix T with conv(X, K).ravel() == T @ X.ravel()   (valid, stride 1)"""
    kh, kw = K.shape
    oh, ow = H - kh + 1, W - kw + 1
    T = np.zeros((oh * ow, H * W))
    for i in range(oh):
        for j in range(ow):
            for a in range(kh):
                for b in range(kw):
                    T[i * ow + j, (i + a) * W + (j + b)] = K[a, b]
    return T

def forward(X, K):
    H, W = X.shape
    return (conv_matrix(K, H, W) @ X.ravel()).reshape(H - K.shape[0] + 1, W - K.shape[1] + 1)

def backward(dY, X, K):
    # gradient w.r.t. the input is the transposed matrix times dY
    return (conv_matrix(K, *X.shape).T @ dY.ravel()).reshape(X.shape)

X = np.arange(12.).reshape(3, 4)
K = np.array([[1., 2.], [3., 4.]])
print(forward(X, K))
print(backward(np.ones((2, 3)), X, K))
