import numpy as np

def corr2d(X, K, padding=(0, 0), stride=(1, 1)):
    ph, pw = padding
    sh, sw = stride
    X = np.pad(X, ((ph, ph), (pw, pw)))
    h, w = K.shape
    out_h = (X.shape[0] - h + sh) // sh
    out_w = (X.shape[1] - w + sw) // sw
    Y = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            Y[i, j] = (X[i * sh:i * sh + h, j * sw:j * sw + w] * K).sum()
    return Y

X = np.arange(9.0).reshape(3, 3)
K = np.array([[0.0, 1.0], [2.0, 3.0]])
print(corr2d(X, K, padding=(1, 1), stride=(3, 2)))
