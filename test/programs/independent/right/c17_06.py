import numpy as np

def conv_backward(dZ, cache):
    """Gather form: every input position collects what it receives."""
    A_prev, W, b, hparameters = cache
    s, p = hparameters["stride"], hparameters["pad"]
    m, H, Wd, C = A_prev.shape
    f = W.shape[0]
    _, nH, nW, nC = dZ.shape
    dA = np.zeros(A_prev.shape)
    dW = np.zeros(W.shape)
    for r in range(H):
        for q in range(Wd):
            for u in range(f):
                t = r + p - u
                if t % s or not 0 <= t // s < nH:
                    continue
                for v in range(f):
                    z = q + p - v
                    if z % s or not 0 <= z // s < nW:
                        continue
                    g = dZ[:, t // s, z // s, :]
                    dA[:, r, q, :] += g @ W[u, v].T
                    dW[u, v] += A_prev[:, r, q, :].T @ g
    db = dZ.reshape(-1, nC).sum(0).reshape(1, 1, 1, nC)
    return dA, dW, db

np.random.seed(6)
A_prev = np.random.randn(2, 5, 6, 3)
W = np.random.randn(3, 3, 3, 4)
b = np.random.randn(1, 1, 1, 4)
dZ = np.random.randn(2, 3, 3, 4)
dA, dW, db = conv_backward(dZ, (A_prev, W, b, {"stride": 2, "pad": 1}))
print("dA_mean =", dA.mean())
print("dW_mean =", dW.mean())
print("db_mean =", db.mean())
