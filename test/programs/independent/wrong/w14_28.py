import numpy as np


def conv2d_bounds(x, w, pad=1, stride=1):
    """Convolution without building the padded array. x: (C, H, W), w: (F, C, K, K)."""
    C, H, W = x.shape
    F, _, K, _ = w.shape
    OH = (H + 2 * pad - K) // stride + 1
    OW = (W + 2 * pad - K) // stride + 1
    out = np.zeros((F, OH, OW))
    for f in range(F):
        for oy in range(OH):
            for ox in range(OW):
                acc = 0.0
                for ky in range(K):
                    iy = oy * stride - pad + ky
                    if not 0 <= iy < H:
                        continue
                    for kx in range(K):
                        ix = ox * stride - pad + kx
                        if not 0 <= ix < W:
                            break
                        acc += float(np.dot(w[f, :, ky, kx], x[:, iy, ix]))
                out[f, oy, ox] = acc
    return out


np.random.seed(33)
x = np.random.randn(2, 4, 5)
w = np.random.randn(3, 2, 3, 3)
print(conv2d_bounds(x, w)[0])
print(conv2d_bounds(x, w, pad=2, stride=2).shape)
