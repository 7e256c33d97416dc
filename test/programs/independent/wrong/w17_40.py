import numpy as np

def conv_layer_backward(dy, x, w):
    """stride 1, no padding. x (N, C, H, W), w (F, C, k, k). Returns dx, dw, db."""
    N, F, Ho, Wo = dy.shape
    k = w.shape[2]
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for u in range(k):
        for v in range(k):
            patch = x[:, :, u:u + Ho, v:v + Wo]
            dw[:, :, u, v] = np.einsum('nfij,ncij->fc', dy, patch) / N
            dx[:, :, u:u + Ho, v:v + Wo] = np.einsum('nfij,fc->ncij', dy, w[:, :, u, v])
    db = dy.sum(axis=(0, 2, 3))
    return dx, dw, db

rng = np.random.default_rng(6)
x, w = rng.normal(size=(2, 3, 5, 6)), rng.normal(size=(4, 3, 3, 3))
dx, dw, db = conv_layer_backward(rng.normal(size=(2, 4, 3, 4)), x, w)
print(dx.mean(), dw.mean(), db)
