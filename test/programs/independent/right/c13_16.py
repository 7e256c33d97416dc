import numpy as np

def conv1d_matrix(x, w, stride=1):
    """1-D convolution written as one big matrix. x: (C, L), w: (F, C, k)"""
    C, L = x.shape
    F, _, k = w.shape
    n_out = (L - k) // stride + 1
    M = np.zeros((F * n_out, C * L))
    for f in range(F):
        for t in range(n_out):
            for c in range(C):
                begin = c * L + t * stride
                M[f * n_out + t, begin:begin + k] = w[f, c]
    return (M @ x.reshape(-1)).reshape(F, n_out)

rng = np.random.default_rng(77)
x = rng.normal(size=(2, 9))
w = rng.normal(size=(3, 2, 3))
print(conv1d_matrix(x, w))
print(conv1d_matrix(x, w, stride=2))
