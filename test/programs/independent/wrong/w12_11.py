import numpy as np

def conv_backward(dY, X, K, p):
    """stride 1. X: (C, H, W)  K: (F, C, k, k)  dY: (F, H', W')"""
    C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (p, p), (p, p)))
    dXp = np.zeros_like(Xp)
    dK = np.zeros_like(K)
    k = K.shape[-1]
    for i in range(dY.shape[1]):
        for j in range(dY.shape[2]):
            g = dY[:, i, j]
            dK += g[:, None, None, None] * Xp[None, :, i:i+k, j:j+k]
            dXp[:, i:i+k, j:j+k] += np.tensordot(g, K, axes=1)
    dX = dXp[:, p:-p, p:-p]
    return dX, dK

rs = np.random.RandomState(0)
X = rs.randn(2, 5, 6)
K = rs.randn(3, 2, 3, 3)
dX1, dK1 = conv_backward(rs.randn(3, 5, 6), X, K, p=1)
G = rs.randn(3, 3, 4)
dX0, dK0 = conv_backward(G, X, K, p=0)
print(dX1.shape, dX0.shape)
