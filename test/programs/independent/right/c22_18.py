import numpy as np

def conv_forward_shift(A, W, b, stride, pad):
    """Channels last convolution; the only loops run over the kernel offsets."""
    m, H, Wd, Ci = A.shape
    kh, kw, _, Co = W.shape
    oh = (H + 2 * pad - kh) // stride + 1
    ow = (Wd + 2 * pad - kw) // stride + 1
    Ap = np.zeros((m, H + 2 * pad, Wd + 2 * pad, Ci))
    Ap[:, pad:H + pad, pad:Wd + pad] = A
    Z = np.tile(b.reshape(1, 1, 1, Co), (m, oh, ow, 1)).astype(float)
    for u in range(kh):
        for v in range(kw):
            view = Ap[:, u:u + (oh - 1) * stride + 1:stride, v:v + (ow - 1) * stride + 1:stride]
            Z += view @ W[u, v]
    return Z, (Ap, W, stride, pad, (H, Wd))

def conv_backward_shift(dZ, cache):
    Ap, W, stride, pad, (H, Wd) = cache
    kh, kw = W.shape[:2]
    m, oh, ow, Co = dZ.shape
    dAp = np.zeros_like(Ap)
    dW = np.zeros_like(W)
    flat = dZ.reshape(-1, Co)
    for u in range(kh):
        for v in range(kw):
            rows = slice(u, u + (oh - 1) * stride + 1, stride)
            cols = slice(v, v + (ow - 1) * stride + 1, stride)
            dW[u, v] = Ap[:, rows, cols].reshape(flat.shape[0], -1).T @ flat
            dAp[:, rows, cols] += dZ @ W[u, v].T
    dA = dAp[:, pad:pad + H, pad:pad + Wd]
    return dA, dW, flat.sum(axis=0)

np.random.seed(18)
A = np.random.randn(2, 6, 5, 3)
W = np.random.randn(3, 2, 3, 4)
b = np.random.randn(4)
Z, cache = conv_forward_shift(A, W, b, 2, 1)
dA, dW, db = conv_backward_shift(np.random.randn(*Z.shape), cache)
print(Z[0, :, :, 0])
print(dA.shape, dW.shape, db)
