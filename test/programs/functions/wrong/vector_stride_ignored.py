import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    s = hparameters["stride"]
    p = hparameters["pad"]
    m, nH, nW, nC = A_prev.shape
    f = W.shape[0]
    oH = int((nH + 2 * p - f) / s + 1)
    oW = int((nW + 2 * p - f) / s + 1)
    X = np.pad(A_prev, [(0, 0), (p, p), (p, p), (0, 0)], "constant")
    Z = np.zeros((m, oH, oW, W.shape[3]))
    for h in range(oH):
        for w in range(oW):
            window = X[:, h:h + f, w:w + f, :]
            Z[:, h, w, :] = np.tensordot(window, W, axes=([1, 2, 3], [0, 1, 2]))
    Z += b
    return Z, (A_prev, W, b, hparameters)

np.random.seed(1)
A_prev = np.random.randn(2, 5, 7, 4)
W = np.random.randn(3, 3, 4, 8)
b = np.random.randn(1, 1, 1, 8)
hparameters = {"pad": 1, "stride": 2}
Z, cache_conv = conv_forward(A_prev, W, b, hparameters)
print("Z's mean =", np.mean(Z))
