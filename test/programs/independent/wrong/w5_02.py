import numpy as np

def conv_forward(A_prev, W, b, hparameters):
    m, nH0, nW0, nC0 = A_prev.shape
    f, _, _, nC = W.shape
    s, p = hparameters["stride"], hparameters["pad"]
    nH, nW = (nH0 - f + 2*p)//s + 1, (nW0 - f + 2*p)//s + 1
    Ap = np.pad(A_prev, ((0,0),(p,p),(p,p),(0,0)))
    Z = np.zeros((m, nH, nW, nC))
    for h in range(nH):
        for w in range(nW):
            Z[:, h, w, :] = np.tensordot(Ap[:, h*s:h*s+f, w*s:w*s+f, :], W, axes=3) + b.reshape(-1)
    cache = (A_prev, W, b, hparameters)
    return Z, cache

def conv_backward(dZ, cache):
    (W, A_prev, b, hparameters) = cache
    m, nH0, nW0, nC0 = A_prev.shape
    f, _, _, nC = W.shape
    s, p = hparameters["stride"], hparameters["pad"]
    _, nH, nW, _ = dZ.shape
    Ap = np.pad(A_prev, ((0,0),(p,p),(p,p),(0,0)))
    dAp = np.zeros(Ap.shape)
    dW = np.zeros(W.shape)
    db = np.sum(dZ, axis=(0, 1, 2), keepdims=True)
    for i in range(m):
        for h in range(nH):
            for w in range(nW):
                for c in range(nC):
                    dAp[i, h*s:h*s+f, w*s:w*s+f, :] += W[:, :, :, c] * dZ[i, h, w, c]
                    dW[:, :, :, c] += Ap[i, h*s:h*s+f, w*s:w*s+f, :] * dZ[i, h, w, c]
    dA_prev = dAp[:, p:p+nH0, p:p+nW0, :]
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 3, 3, 3)
W = np.random.randn(3, 3, 3, 3)
b = np.random.randn(1, 1, 1, 3)
Z, cache = conv_forward(A_prev, W, b, {"pad": 1, "stride": 1})
dA, dW, db = conv_backward(Z, cache)
print(np.mean(dA), np.mean(dW), np.mean(db))
