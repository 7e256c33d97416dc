import numpy as np

def conv_fp32(x, w, b, stride=1, pad=0):
    # everything is kept in single precision, also the running sum
    x = x.astype(np.float32); w = w.astype(np.float32); b = b.astype(np.float32)
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    OH, OW = (H + 2*pad - KH)//stride + 1, (W + 2*pad - KW)//stride + 1
    y = np.empty((N, F, OH, OW), dtype=np.float32)
    for n in range(N):
        for f in range(F):
            for i in range(OH):
                for j in range(OW):
                    acc = np.float32(b[f])
                    for c in range(C):
                        for u in range(KH):
                            r = i*stride + u - pad
                            if r < 0 or r >= H: continue
                            for v in range(KW):
                                q = j*stride + v - pad
                                if q < 0 or q >= W: continue
                                acc += x[n, c, r, q] * w[f, c, u, v]
                    y[n, f, i, j] = acc
    return y

np.random.seed(30)
y = conv_fp32(np.random.randn(1, 2, 5, 5), np.random.randn(2, 2, 3, 3), np.random.randn(2), 2, 1)
print(y.dtype, y)
