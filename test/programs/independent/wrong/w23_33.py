import numpy as np


def pad_img(A, p):
    return np.pad(A, ((0, 0), (p, p), (p, p), (0, 0)), "constant")


def conv_forward(A_prev, W, b, stride, pad):
    m, H, V, C = A_prev.shape
    f = W.shape[0]
    nH = (H - f + 2 * pad) // stride + 1
    nW = (V - f + 2 * pad) // stride + 1
    Z = np.zeros((m, nH, nW, W.shape[3]))
    P = pad_img(A_prev, pad)
    for h in range(nH):
        for w in range(nW):
            block = P[:, h * stride:h * stride + f, w * stride:w * stride + f, :]
            Z[:, h, w, :] = np.tensordot(block, W, axes=3) + b.reshape(-1)
    cache = (P, W, b, stride, pad)
    return Z, cache


def conv_backward(dZ, cache):
    A_prev, W, b, stride, pad = cache
    f = W.shape[0]
    P = pad_img(A_prev, pad)
    dP = np.zeros_like(P)
    dW = np.zeros_like(W)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            rows, cols = slice(h * stride, h * stride + f), slice(w * stride, w * stride + f)
            g = dZ[:, h, w, :]
            dP[:, rows, cols, :] += np.einsum("mk,ijck->mijc", g, W)
            dW += np.einsum("mk,mijc->ijck", g, P[:, rows, cols, :])
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, -1)
    return dP[:, pad:pad + A_prev.shape[1], pad:pad + A_prev.shape[2], :], dW, db


np.random.seed(1)
A = np.random.randn(2, 5, 5, 3)
W = np.random.randn(3, 3, 3, 4)
b = np.random.randn(1, 1, 1, 4)
Z, cache = conv_forward(A, W, b, 1, 1)
dA, dW, db = conv_backward(Z, cache)
print(Z.shape, dA.shape, dW.shape, db.shape)
