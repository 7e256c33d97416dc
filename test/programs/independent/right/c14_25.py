import numpy as np

def conv_backward(dZ, cache):
    A_prev, W, b, hparameters = cache
    m, H, B, _ = A_prev.shape
    f, f, n_C_prev, n_C = W.shape
    stride, pad = hparameters["stride"], hparameters["pad"]
    _, n_H, n_W, _ = dZ.shape

    dA_prev = np.zeros_like(A_prev)
    dW = np.zeros_like(W)
    db = dZ.sum(axis=(0, 1, 2)).reshape(1, 1, 1, n_C)

    # no padded copy: each kernel tap that falls outside of the image is skipped
    for h in range(n_H):
        for w in range(n_W):
            for u in range(f):
                y = h * stride + u - pad
                if y < 0 or y >= H:
                    continue
                for v in range(f):
                    x = w * stride + v - pad
                    if x < 0 or x >= B:
                        continue
                    dA_prev[:, y, x, :] += dZ[:, h, w, :] @ W[u, v].T
                    dW[u, v] += A_prev[:, y, x, :].T @ dZ[:, h, w, :]
    return dA_prev, dW, db

np.random.seed(25)
A_prev = np.random.randn(3, 4, 5, 2)
W = np.random.randn(3, 3, 2, 3)
b = np.random.randn(1, 1, 1, 3)
dZ = np.random.randn(3, 3, 4, 3)
hp = {"stride": 2, "pad": 2}
dA, dW, db = conv_backward(dZ[:, :, :4], (A_prev, W, b, hp))
print("dA_mean =", dA.mean())
print("dW_mean =", dW.mean())
print("db_mean =", db.mean())
