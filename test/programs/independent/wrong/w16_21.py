import numpy as np

def avgpool_grad(dy, x_shape, k, s, p):
    """Gradient of average pooling (padding counted in the mean). NCHW."""
    N, C, H, W = x_shape
    dxp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    OH, OW = dy.shape[2], dy.shape[3]
    for p in range(k):
        for q in range(k):
            dxp[:, :, p:p + OH * s:s, q:q + OW * s:s] += dy / (k * k)
    return dxp[:, :, p:p + H, p:p + W]

rng = np.random.default_rng(14)
shape = (2, 3, 7, 7)
dy = rng.standard_normal((2, 3, 4, 4))
g = avgpool_grad(dy, shape, k=3, s=2, p=1)
print(g.shape)
print(g[0, 0].round(4))
