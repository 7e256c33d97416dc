import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    m, H, Wd, C = A_prev.shape
    f, _, _, n_C = W.shape
    s, p = hparameters["stride"], hparameters["pad"]
    A_pad = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    nH = (H + 2 * p - f) // s + 1
    nW = (Wd + 2 * p - f) // s + 1
    Z = np.zeros((m, nH, nW, n_C))
    for h in range(nH):
        for w in range(nW):
            piece = A_pad[:, h * s:h * s + f, w * s:w * s + f, :]
            Z[:, h, w, :] = np.einsum('mabc,bacn->mn', piece, W) + b[0, 0, 0]
    return Z, (A_prev, W, b, hparameters)

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    f = W.shape[0]
    s, p = hparameters["stride"], hparameters["pad"]
    A_pad = np.pad(A_prev, ((0, 0), (p, p), (p, p), (0, 0)))
    dA_pad = np.zeros_like(A_pad)
    dW = np.zeros_like(W)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            rows, cols = slice(h * s, h * s + f), slice(w * s, w * s + f)
            g = dZ[:, h, w, :]
            dA_pad[:, rows, cols, :] += np.einsum('mn,abcn->mabc', g, W)
            dW += np.einsum('mn,mabc->abcn', g, A_pad[:, rows, cols, :])
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)
    H, Wd = A_prev.shape[1:3]
    return dA_pad[:, p:p + H, p:p + Wd, :], db, dW

np.random.seed(38)
A_prev = np.random.randn(2, 5, 5, 3)
W = np.random.randn(3, 3, 3, 2)
b = np.random.randn(1, 1, 1, 2)
Z, cache = conv_forward(A_prev, W, b, {"stride": 2, "pad": 1})
dZ = np.random.randn(*Z.shape)
dA, dW, db = conv_backward(dZ, cache)
print(Z.shape, dA.shape, dW.shape, db.shape)
