# Week 1 - optional part: backward pass
import numpy as np
np.random.seed(10)

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    m, n_H_prev, n_W_prev, n_C_prev = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    s = hparameters["stride"]
    pad = hparameters["pad"]
    m, n_H, n_W, n_C = dZ.shape
    dA_prev = np.zeros_like(A_prev)
    dW = np.zeros_like(W)
    db = np.zeros_like(b)
    npad = ((0,0), (pad,pad), (pad,pad), (0,0))
    A_prev_pad = np.pad(A_prev, npad)
    dA_prev_pad = np.pad(dA_prev, npad)
    for i in range(m):
        for h in range(n_H):
            for w in range(n_W):
                v0, v1 = h*s, h*s + f
                h0, h1 = w*s, w*s + f
                for c in range(n_C):
                    g = dZ[i,h,w,c]
                    dA_prev_pad[i, v0:v1, h0:h1, :] += W[..., c] * g
                    dW[..., c] += A_prev_pad[i, v0:v1, h0:h1, :] * g
                    db[..., c] += g / m
        dA_prev[i] = dA_prev_pad[i, 1:1+n_H_prev, 1:1+n_W_prev, :]
    return dA_prev, dW, db

A_prev = np.random.randn(3, 4, 6, 2)
W = np.random.randn(3, 3, 2, 4)
b = np.random.randn(1, 1, 1, 4)
hparameters = {"pad": 2, "stride": 2}
dZ = np.random.randn(3, 3, 4, 4)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, hparameters))
print(dA.mean(), dW.mean(), db.mean())
print(dA[0, :, :, 0])
