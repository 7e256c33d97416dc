import numpy as np

def deconv(x, w, b, stride=2, pad=1, out_pad=0):
    """
    Transposed convolution, gather form: every output pixel collects its inputs.
    x (N, Ci, H, W)   w (Ci, Co, k, k)   b (Co,)
    """
    N, Ci, H, W = x.shape
    _, Co, k, _ = w.shape
    Ho = (H - 1) * stride - 2 * pad + k + out_pad
    Wo = (W - 1) * stride - 2 * pad + k + out_pad
    y = np.empty((N, Co, Ho, Wo))
    y[:] = b[None, :, None, None]
    for Y in range(Ho):
        for X in range(Wo):
            for u in range(k):
                sy, ry = divmod(Y + pad - u, stride)
                if ry or not 0 <= sy < H:
                    continue
                for v in range(k):
                    sx, rx = divmod(X + pad - v, stride)
                    if rx or not 0 <= sx < W:
                        continue
                    y[:, :, Y, X] += x[:, :, sy, sx] @ w[:, :, u, v]
    return y

rng = np.random.default_rng(3)
x, w, b = rng.normal(size=(1, 2, 3, 3)), rng.normal(size=(2, 3, 3, 3)), rng.normal(size=3)
print(deconv(x, w, b).shape)
print(deconv(x, w, b, stride=2, pad=1, out_pad=1)[0, 0])
