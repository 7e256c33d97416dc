import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, hp = cache
    stride, pad = hp["stride"], hp["pad"]
    f = W.shape[0]
    m, H, Wd, C = A_prev.shape
    P = np.zeros((m, H + 2 * pad, Wd + 2 * pad, C))
    inner = (slice(None), slice(pad, pad + H), slice(pad, pad + Wd))
    P[inner] = A_prev
    dP = np.zeros_like(P)
    dW = np.zeros_like(W)
    # loops over the kernel, not over the output
    oh, ow = dZ.shape[1:3]
    for u in range(f):
        for v in range(f):
            here = np.s_[:, u:u + stride * (oh - 1) + 1:stride, v:v + stride * (ow - 1) + 1:stride, :]
            dW[u, v] = np.tensordot(P[here], dZ, axes=([0, 1, 2], [0, 1, 2]))
            dP[here] += dZ @ W[u, v].T
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)
    return dP[inner], dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 4, 4, 3)
W = np.random.randn(2, 2, 3, 5)
b = np.random.randn(1, 1, 1, 5)
dZ = np.random.randn(3, 4, 4, 5)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"pad": 2, "stride": 2}))
print("dA_mean =", np.mean(dA))
print("dW_mean =", np.mean(dW))
print("db_mean =", np.mean(db))
