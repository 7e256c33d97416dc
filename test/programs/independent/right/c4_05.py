import numpy as np

def conv_backward(dZ, cache):
    # loops: filter, row, column; the examples are done all together
    A_prev, W, b, hparameters = cache
    stride, pad = hparameters["stride"], hparameters["pad"]
    m, H, Wd, _ = A_prev.shape
    f, _, n_C_prev, n_C = W.shape
    _, n_H, n_W, _ = dZ.shape
    Xp = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dXp = np.zeros_like(Xp)
    dW = np.zeros_like(W)
    for c in range(n_C):
        for h in range(n_H):
            for w in range(n_W):
                y0, x0 = h * stride, w * stride
                grad = dZ[:, h, w, c][:, None, None, None]
                dXp[:, y0:y0 + f, x0:x0 + f, :] += grad * W[:, :, :, c]
                dW[:, :, :, c] += (grad * Xp[:, y0:y0 + f, x0:x0 + f, :]).sum(axis=0)
    db = dZ.sum(axis=(0, 1, 2), keepdims=True)
    dA_prev = dXp[:, pad:pad + H, pad:pad + Wd, :]
    return dA_prev, dW, db

np.random.seed(1)
A_prev = np.random.randn(3, 6, 5, 2)
W = np.random.randn(3, 3, 2, 4)
b = np.random.randn(1, 1, 1, 4)
dZ = np.random.randn(3, 3, 3, 4)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": 2, "pad": 1}))
print(dA.mean(), dW.mean(), db.mean())
print(db.shape)
