import numpy as np

def conv_grads(x, k, dy):
    n, c, h, w = x.shape
    f = k.shape[0]
    s = k.shape[2]
    dx, dk = np.zeros(x.shape), np.zeros(k.shape)
    for b in range(n):
        for o in range(f):
            for i in range(dy.shape[2]):
                for j in range(dy.shape[3]):
                    d = dy[b, o, i, j]
                    dx[b, :, i:i+s, j:j+s] += d * k[o]
                    dk[o] += d * x[b, :, i:i+s, j:j+s]
    db = np.zeros(f)
    for b in range(b):
        db[b] = dy[:, b].sum()
    return dx, dk, db

rng = np.random.RandomState(24)
x, k = rng.randn(2, 2, 4, 5), rng.randn(3, 2, 3, 3)
dy = rng.randn(2, 3, 2, 3)
for g in conv_grads(x, k, dy):
    print(g.shape)
    print(g)
