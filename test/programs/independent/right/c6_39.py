import numpy as np

def fwd(x, w, b, stride=1, pad=1):
    """no padded copy: taps outside of the image are skipped"""
    C, H, W = x.shape
    K, _, R, S = w.shape
    P = (H + 2 * pad - R) // stride + 1
    Q = (W + 2 * pad - S) // stride + 1
    y = np.zeros((K, P, Q))
    for k in range(K):
        for p in range(P):
            for q in range(Q):
                acc = b[k]
                for r in range(R):
                    ih = p * stride - pad + r
                    if ih < 0 or ih >= H:
                        continue
                    for s in range(S):
                        iw = q * stride - pad + s
                        if iw < 0 or iw >= W:
                            continue
                        for c in range(C):
                            acc += x[c, ih, iw] * w[k, c, r, s]
                y[k, p, q] = acc
    return y

np.random.seed(100)
x = np.random.randn(2, 5, 4)
w = np.random.randn(3, 2, 3, 3)
b = np.random.randn(3)
print(fwd(x, w, b).shape)
print(fwd(x, w, b, stride=2, pad=1))
