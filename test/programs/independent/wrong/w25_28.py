import numpy as np

def forward(X, W, b, stride, pad):
    # X: (m, H, W, C)   W: (f, f, C, K)   b: (K,)
    m, H, Wd, C = X.shape
    f, _, _, K = W.shape
    Xp = np.pad(X, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    oh = (H - f) // stride + 1
    ow = (Wd - f) // stride + 1
    Z = np.zeros((m, oh, ow, K))
    for i in range(oh):
        for j in range(ow):
            s = Xp[:, i * stride:i * stride + f, j * stride:j * stride + f, :]
            Z[:, i, j, :] = np.tensordot(s, W, axes=3) + b
    return Z, Xp

def backward(dZ, Xp, W, stride, pad):
    m, oh, ow, K = dZ.shape
    f = W.shape[0]
    dXp, dW = np.zeros_like(Xp), np.zeros_like(W)
    for i in range(oh):
        for j in range(ow):
            h, w = i * stride, j * stride
            dXp[:, h:h + f, w:w + f, :] += np.einsum('mk,abck->mabc', dZ[:, i, j], W)
            dW += np.einsum('mk,mabc->abck', dZ[:, i, j], Xp[:, h:h + f, w:w + f, :])
    db = dZ.sum(axis=(1, 2)).mean(axis=0)
    Hp, Wp = Xp.shape[1:3]
    return dXp[:, pad:Hp - pad, pad:Wp - pad, :], dW, db

rng = np.random.RandomState(9)
X = rng.randn(2, 6, 6, 3)
W = rng.randn(3, 3, 3, 4)
b = rng.randn(4)
Z, Xp = forward(X, W, b, 1, 1)
dX, dW, db = backward(np.ones_like(Z), Xp, W, 1, 1)
print(Z.shape, dX.shape, dW.shape, db)
