import numpy as np

def atrous(x, w, rate=2):
    # x (C, H, W); w (F, C, 3, 3)
    C, H, W = x.shape
    F = w.shape[0]
    k = w.shape[2]
    span = rate * (k - 1) + 1
    out = np.zeros((F, H - span + 1, W - span + 1))
    for f in range(F):
        for c in range(C):
            for u in range(k):
                for v in range(k):
                    du, dv = u * rate, v
                    out[f] += w[f, 0, u, v] * x[c, du:du + out.shape[1], dv:dv + out.shape[2]]
    return out

np.random.seed(50)
x = np.random.randn(2, 7, 8)
w = np.random.randn(2, 2, 3, 3)
print(atrous(x, w))
