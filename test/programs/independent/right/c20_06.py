import numpy as np


def deconv(x, w, s, p):
    """Transposed convolution as an ordinary one: spread the input, pad, rotate the kernel."""
    n, ci, h, wd = x.shape
    ci, co, kh, kw = w.shape
    spread = np.zeros((n, ci, h + (h - 1) * (s - 1), wd + (wd - 1) * (s - 1)))
    spread[:, :, ::s, ::s] = x
    a, b = kh - 1 - p, kw - 1 - p
    spread = np.pad(spread, ((0, 0), (0, 0), (max(a, 0),) * 2, (max(b, 0),) * 2))
    if a < 0:
        spread = spread[:, :, -a:a]
    if b < 0:
        spread = spread[:, :, :, -b:b]
    turned = w[:, :, ::-1, ::-1]
    oh = spread.shape[2] - kh + 1
    ow = spread.shape[3] - kw + 1
    out = np.zeros((n, co, oh, ow))
    for i in range(oh):
        for j in range(ow):
            out[:, :, i, j] = np.einsum('nchw,cohw->no', spread[:, :, i:i + kh, j:j + kw], turned)
    return out


rng = np.random.RandomState(6)
print(deconv(rng.randn(1, 2, 3, 3), rng.randn(2, 3, 3, 3), 2, 1)[0, 0])
print(deconv(rng.randn(1, 1, 2, 2), rng.randn(1, 1, 2, 2), 2, 0)[0, 0])
