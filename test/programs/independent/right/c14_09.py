import numpy as np

def conv1d_forward(x, w, b, pad):
    """Cross-correlation of signals, x (N, C, L), w (F, C, K), b (F,), stride 1."""
    N, C, L = x.shape
    F = w.shape[0]
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad)))
    rows = [[sum(np.convolve(xp[n, c], w[f, c][::-1], 'valid') for c in range(C)) + b[f]
             for f in range(F)]
            for n in range(N)]
    return np.array(rows)

np.random.seed(9)
x = np.random.randn(2, 3, 8)
w = np.random.randn(4, 3, 3)
b = np.random.randn(4)
print(conv1d_forward(x, w, b, 1).shape)
print(conv1d_forward(x, w, b, 0)[0])
