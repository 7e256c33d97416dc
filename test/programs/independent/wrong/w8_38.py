import numpy as np

def trans_conv(X, K, s=1):
    h, w = X.shape
    kh, kw = K.shape
    Y = np.zeros((h * s + kh, w * s + kw))
    for i in range(h):
        for j in range(w):
            Y[i * s:i * s + kh, j * s:j * s + kw] = X[i, j] * K
    return Y

X = np.array([[0.0, 1.0], [2.0, 3.0]])
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(trans_conv(X, K))
print(trans_conv(X, K, 2))
