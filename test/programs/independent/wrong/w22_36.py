import numpy as np

def trans_conv(X, K, stride=1):
    h, w = K.shape
    Y = np.zeros(((X.shape[0] - 1) * stride + h,
                  (X.shape[1] - 1) * h + w))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            a, b = i * stride, j * stride
            Y[a: a + h, b: b + w] = X[i, j] * K
    return Y

X = np.array([[0.0, 1.0], [2.0, 3.0]])
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(trans_conv(X, K))
print(trans_conv(X, K, stride=2))
