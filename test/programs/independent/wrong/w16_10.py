import numpy as np

def conv1d(x, w, b):
    """1-D convolution layer as in PyTorch (cross-correlation), no padding, stride 1.

    x : (N, C, L), w : (F, C, K), b : (F,)  ->  (N, F, L - K + 1)
    """
    N, C, L = x.shape
    F, _, K = w.shape
    out = np.zeros((N, F, L - K + 1))
    for n in range(N):
        for f in range(F):
            for c in range(C):
                out[n, f] += np.convolve(x[n, c], w[f, c], mode='valid')
            out[n, f] += b[f]
    return out

np.random.seed(5)
x = np.random.rand(2, 3, 9)
w = np.random.rand(4, 3, 3)
b = np.zeros(4)
print(conv1d(x, w, b))
