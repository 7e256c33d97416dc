import numpy as np

def conv_f32(x, w, b, stride=1):
    """everything in single precision, NCHW, valid"""
    x = x.astype(np.float32)
    w = w.astype(np.float32)
    N, C, H, W = x.shape
    F, _, R, S = w.shape
    P = (H - R) // stride + 1
    Q = (W - S) // stride + 1
    y = np.zeros((N, F, P, Q), dtype=np.float32)
    for f in range(F):
        for p in range(P):
            for q in range(Q):
                acc = np.zeros(N, dtype=np.float32)
                for c in range(C):
                    acc += np.sum(x[:, c, p*stride:p*stride+R, q*stride:q*stride+S] * w[f, c], axis=(1, 2), dtype=np.float32)
                y[:, f, p, q] = acc + np.float32(b[f])
    return y

np.random.seed(17)
y = conv_f32(np.random.randn(2, 3, 6, 5), np.random.randn(2, 3, 3, 3), np.array([1.0, -1.0]))
print(y.dtype, y.shape)
print(y[0])
