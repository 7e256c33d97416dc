import numpy as np

def conv_backward(dout, x, w, stride=1):
    """no padding; x (N, C, H, W), w (F, C, k, l)"""
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    _, _, Ho, Wo = dout.shape
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            rows = slice(u, u + stride * (Ho - 1) + 1, stride)
            cols = slice(v, v + stride * (Wo - 1) + 1, stride)
            dw[:, :, u, v] = np.tensordot(dout, x[:, :, rows, cols], axes=([0, 2, 3], [0, 2, 3]))
            dx[:, :, rows, cols] += np.einsum('nfij,fc->ncij', dout, w[:, :, u, v])
    return dx, dw, dout.sum((0, 2, 3))

rng = np.random.default_rng(2)
x, w = rng.normal(size=(2, 3, 7, 6)), rng.normal(size=(4, 3, 3, 2))
dx, dw, db = conv_backward(rng.normal(size=(2, 4, 3, 3)), x, w, stride=2)
print(dx.mean(), dw.mean(), db)
