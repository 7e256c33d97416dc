import numpy as np

def zero_pad(X, pad):
    return np.pad(X, ((0,0),(pad,pad),(pad,pad),(0,0)), 'constant')

def conv_forward(A_prev, W, b, hparameters):
    m, H, Wd, C = A_prev.shape
    f, _, _, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (H - f + 2*pad)//stride + 1
    n_W = (Wd - f + 2*pad)//stride + 1
    X = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            for c in range(n_C):
                Z[:, h, w, c] = np.sum(X[:, h*stride:h*stride+f, w*stride:w*stride+f, :] * W[..., c], axis=(1,2,3)) + b[0,0,0,c]
    cache = (A_prev, W, b, hparameters)
    return Z, cache

def conv_backward(dZ, cache):
    (W, A_prev, b, hparameters) = cache
    f = W.shape[0]
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    X = zero_pad(A_prev, pad)
    dX = np.zeros(X.shape)
    dW = np.zeros(W.shape)
    db = np.zeros(b.shape)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                for c in range(n_C):
                    g = dZ[i, h, w, c]
                    dX[i, h*stride:h*stride+f, w*stride:w*stride+f, :] += W[..., c] * g
                    dW[..., c] += X[i, h*stride:h*stride+f, w*stride:w*stride+f, :] * g
                    db[..., c] += g
    return dX[:, pad:pad+A_prev.shape[1], pad:pad+A_prev.shape[2], :], dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 4, 4, 3)
W = np.random.randn(3, 3, 3, 2)
b = np.random.randn(1, 1, 1, 2)
Z, cache = conv_forward(A_prev, W, b, {"stride": 1, "pad": 1})
dA, dW, db = conv_backward(Z, cache)
print(dA.shape, dW.shape, db.shape)
