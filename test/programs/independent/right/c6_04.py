import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    """same interface as the course, vectorised over examples and filters"""
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f, _, _, n_C = W.shape
    s, p = hparameters["stride"], hparameters["pad"]
    n_H = 1 + (n_H_prev - f + 2 * p) // s
    n_W = 1 + (n_W_prev - f + 2 * p) // s
    Ap = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    Z = np.empty((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            block = Ap[:, h * s:h * s + f, w * s:w * s + f, :]
            Z[:, h, w, :] = np.tensordot(block, W, axes=([1, 2, 3], [0, 1, 2]))
    Z += b                    # (1,1,1,n_C) broadcasts
    return Z, (A_prev, W, b, hparameters)

np.random.seed(2)
A_prev = np.random.randn(3, 8, 6, 2)
W = np.random.randn(3, 3, 2, 5)
b = np.random.randn(1, 1, 1, 5)
Z, cache = conv_forward(A_prev, W, b, {"stride": 1, "pad": 1})
print(Z.shape, Z.mean())
