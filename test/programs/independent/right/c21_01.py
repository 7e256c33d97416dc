import numpy as np


def conv_forward(A_prev, W, b, stride, pad):
    """Loops run filter -> column -> row -> example."""
    m, H, V, C = A_prev.shape
    f1, f2, _, K = W.shape
    nH = 1 + (H - f1 + 2 * pad) // stride
    nW = 1 + (V - f2 + 2 * pad) // stride
    P = np.zeros((m, H + 2 * pad, V + 2 * pad, C))
    P[:, pad:pad + H, pad:pad + V] = A_prev
    Z = np.empty((m, nH, nW, K))
    for k in range(K):
        kernel = W[..., k]
        for w in range(nW):
            left = w * stride
            for h in range(nH):
                top = h * stride
                for i in range(m):
                    Z[i, h, w, k] = (P[i, top:top + f1, left:left + f2] * kernel).sum()
    Z += b
    return Z, (P, W, stride, pad, H, V)


def conv_backward(dZ, cache):
    P, W, stride, pad, H, V = cache
    dP, dW = np.zeros_like(P), np.zeros_like(W)
    f1, f2 = W.shape[:2]
    for k in reversed(range(W.shape[3])):
        for w in range(dZ.shape[2]):
            for h in range(dZ.shape[1]):
                win = np.s_[:, h * stride:h * stride + f1, w * stride:w * stride + f2]
                g = dZ[:, h, w, k].reshape(-1, 1, 1, 1)
                dP[win] += g * W[..., k]
                dW[..., k] += (g * P[win]).sum(0)
    return dP[:, pad:pad + H, pad:pad + V], dW, dZ.sum((0, 1, 2))


np.random.seed(1)
Z, cache = conv_forward(np.random.randn(2, 5, 6, 3), np.random.randn(3, 2, 3, 4), np.arange(4.0), 1, 1)
dA, dW, db = conv_backward(Z, cache)
print(Z.shape, dA.shape, dW.shape, db)
