import numpy as np

def conv_implicit_padding(x, w, pad, stride=1):
    # zero padding without building a padded copy; x: (C, H, W), w: (F, C, kh, kw)
    C, H, W = x.shape
    F, _, kh, kw = w.shape
    Ho = (H + 2 * pad - kh) // stride + 1
    Wo = (W + 2 * pad - kw) // stride + 1
    out = np.zeros((F, Ho, Wo))
    for f in range(F):
        for i in range(Ho):
            for j in range(Wo):
                for u in range(kh):
                    for v in range(kw):
                        row = i * stride - pad + u
                        col = j * stride - pad + v
                        if row < H and col < W:
                            out[f, i, j] += np.dot(x[:, row, col], w[f, :, u, v])
    return out

rs = np.random.RandomState(20)
print(conv_implicit_padding(rs.randn(2, 5, 4), rs.randn(3, 2, 3, 3), pad=1))
