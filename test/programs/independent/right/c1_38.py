import numpy as np

def conv_f32(x, w, b):
    x = x.astype(np.float32)
    w = w.astype(np.float32)
    out_c, in_c, kh, kw = w.shape
    _, H, W = x.shape
    y = np.zeros((out_c, H - kh + 1, W - kw + 1), dtype=np.float32)
    for o in range(out_c):
        y[o] += np.float32(b[o])
        for c in range(in_c):
            for i in range(kh):
                for j in range(kw):
                    y[o] += w[o, c, i, j] * x[c, i:i + y.shape[1], j:j + y.shape[2]]
    return y

np.random.seed(21)
print(conv_f32(np.random.randn(3, 5, 5), np.random.randn(2, 3, 3, 3), np.random.randn(2)))
