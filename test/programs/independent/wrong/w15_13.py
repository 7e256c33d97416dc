import numpy as np


def corr_valid(a, k):
    """cross-correlation of one plane"""
    h, w = k.shape
    Y = np.zeros((a.shape[0] - h + 1, a.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (a[i:i + h, j:j + w] * k).sum()
    return Y


def backward_data(dout, w):
    """dL/dx of y = conv(x, w) with stride 1 and no padding.

    dx is the 'full' correlation of dout with the rotated kernels.
    Square kernels only.
    """
    N, F, OH, OW = dout.shape
    _, C, K, _ = w.shape
    rotated = np.rot90(w, axes=(2, 3))
    padded = np.pad(dout, ((0, 0), (0, 0), (K - 1, K - 1), (K - 1, K - 1)))
    dx = np.zeros((N, C, OH + K - 1, OW + K - 1))
    for n in range(N):
        for c in range(C):
            for f in range(F):
                dx[n, c] += corr_valid(padded[n, f], rotated[f, c])
    return dx


if __name__ == "__main__":
    np.random.seed(12)
    dout = np.random.randn(2, 3, 4, 4)
    w = np.random.randn(3, 2, 3, 3)
    print(backward_data(dout, w)[0, 0])
