import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def conv_forward(A, W, b, stride, pad):
    """A (m,H,W,C), W (f,f,C,K), b (K,1) column of biases."""
    f = W.shape[0]
    Ap = np.pad(A, ((0, 0), (pad,) * 2, (pad,) * 2, (0, 0)))
    V = sliding_window_view(Ap, (f, f), axis=(1, 2))[:, ::stride, ::stride]
    Z = np.einsum('mhwcij,ijck->mhwk', V, W) + b.T
    return Z, (V, Ap.shape, W, stride, pad)

def conv_backward(dZ, cache):
    V, padded_shape, W, stride, pad = cache
    f = W.shape[0]
    dW = np.einsum('mhwk,mhwcij->ijck', dZ, V)
    db = dZ.reshape(-1, dZ.shape[-1]).sum(axis=0)[:, None]
    dV = np.einsum('mhwk,ijck->mhwcij', dZ, W)
    dAp = np.zeros(padded_shape)
    for h in range(dZ.shape[1]):
        for w in range(dZ.shape[2]):
            piece = dAp[:, h * stride:h * stride + f, w * stride:w * stride + f]
            piece += dV[:, h, w].transpose(0, 2, 3, 1)
    Hp, Wp = padded_shape[1:3]
    return dAp[:, pad:Hp - pad, pad:Wp - pad], dW, db

np.random.seed(1)
A = np.random.randn(2, 5, 5, 3)
W = np.random.randn(3, 3, 3, 4)
b = np.random.randn(4, 1)
Z, cache = conv_forward(A, W, b, 2, 1)
dA, dW, db = conv_backward(np.ones_like(Z), cache)
print(Z.shape, dA.shape, dW.shape, db.ravel())
