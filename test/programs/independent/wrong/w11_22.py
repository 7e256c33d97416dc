import numpy as np

def true_convolution(x, w):
    """
    Mathematical convolution (kernel turned by 180 degrees), no padding, stride 1.
    x: (N, C, H, W); w: (F, C, kh, kw)
    """
    wf = np.rot90(w, 2)
    N, C, H, W = x.shape
    F, _, kh, kw = wf.shape
    y = np.zeros((N, F, H - kh + 1, W - kw + 1))
    for u in range(kh):
        for v in range(kw):
            y += np.einsum('nchw,fc->nfhw', x[:, :, u:u + y.shape[2], v:v + y.shape[3]], wf[:, :, u, v])
    return y

rng = np.random.default_rng(22)
print(true_convolution(rng.random((1, 2, 4, 5)), rng.random((3, 2, 2, 3))))
