import numpy as np

def conv_f32(x, w, b, stride=1):
    x = x.astype(np.float32)
    w = w.astype(np.float32)
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    out = np.zeros((N, F, (H - KH) // stride + 1, (W - KW) // stride + 1), dtype=np.float32)
    for n in range(N):
        for f in range(F):
            for oy in range(out.shape[2]):
                for ox in range(out.shape[3]):
                    acc = np.float32(b[f])
                    for c in range(C):
                        for ky in range(KH):
                            for kx in range(KW):
                                acc += x[n, c, oy * stride + ky, ox * stride + kx] * w[f, c, ky, kx]
                    out[n, f, oy, ox] = acc
    return out

rs = np.random.RandomState(1234)
x = rs.rand(1, 2, 5, 5)
w = rs.rand(2, 2, 3, 3)
res = conv_f32(x, w, [0.1, 0.2], stride=2)
print(res.dtype, res)
