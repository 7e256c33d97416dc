import numpy as np

def zero_pad(X, pad):
    return np.pad(X, [(0, 0), (pad, pad), (pad, pad), (0, 0)], 'constant', constant_values=0)


def conv_forward(A_prev, W, b, hparameters):
    m, n_H_prev, n_W_prev, _ = A_prev.shape
    f = W.shape[0]
    n_C = W.shape[-1]
    stride, pad = hparameters["stride"], hparameters["pad"]
    n_H = (n_H_prev - f + 2*pad) // stride + 1
    n_W = (n_W_prev - f + 2*pad) // stride + 1
    A_prev_pad = zero_pad(A_prev, pad)
    Z = np.zeros((m, n_H, n_W, n_C))
    for h in range(n_H):
        for w in range(n_W):
            window = A_prev_pad[:, h*stride:h*stride+f, w*stride:w*stride+f, :]
            Z[:, h, w, :] = np.tensordot(window, W, axes=3) + b.reshape(-1)
    cache = (A_prev, hparameters, W, b)
    return Z, cache


def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f = W.shape[0]
    m, n_H, n_W, n_C = dZ.shape
    A_prev_pad = zero_pad(A_prev, pad)
    dA_prev_pad = np.zeros_like(A_prev_pad)
    dW = np.zeros_like(W)
    for h in range(n_H):
        for w in range(n_W):
            v, u = h*stride, w*stride
            dA_prev_pad[:, v:v+f, u:u+f, :] += np.tensordot(dZ[:, h, w, :], W, axes=([1], [3]))
            dW += np.tensordot(A_prev_pad[:, v:v+f, u:u+f, :], dZ[:, h, w, :], axes=([0], [0]))
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)
    dA_prev = dA_prev_pad[:, pad:pad+n_H_prev, pad:pad+n_W_prev, :]
    return dA_prev, dW, db


rng = np.random.RandomState(3)
A_prev = rng.randn(2, 6, 6, 3)
W = rng.randn(3, 3, 3, 4)
b = rng.randn(1, 1, 1, 4)
Z, cache = conv_forward(A_prev, W, b, {"stride": 1, "pad": 1})
print(Z.shape, Z.mean())
dA, dW, db = conv_backward(np.ones_like(Z), cache)
print(dA.shape, dW.shape, db.ravel())
