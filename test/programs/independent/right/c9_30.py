import numpy as np

def pad_hw(t, p, q):
    return np.pad(t, ((0, 0), (0, 0), (p, p), (q, q)))

def corr(x, w):
    """(N, C, H, W) with (F, C, kh, kw), stride 1, VALID"""
    kh, kw = w.shape[2:]
    oh, ow = x.shape[2] - kh + 1, x.shape[3] - kw + 1
    out = 0
    for u in range(kh):
        for v in range(kw):
            out = out + np.einsum('nchw,fc->nfhw', x[:, :, u:u + oh, v:v + ow], w[:, :, u, v])
    return out

def conv_backward(dout, x, w):
    """Gradients of corr(x, w) expressed by corr itself."""
    kh, kw = w.shape[-2:]
    # dx: full correlation with the turned kernel, channels and filters exchanged
    w_turned = w[:, :, ::-1, ::-1].swapaxes(0, 1)
    dx = corr(pad_hw(dout, kh - 1, kw - 1), w_turned)
    # dw: the batch plays the part of the channel
    dw = corr(x.transpose(1, 0, 2, 3), dout.transpose(1, 0, 2, 3)).transpose(1, 0, 2, 3)
    db = np.einsum('nfhw->f', dout)
    return dx, dw, db

rng = np.random.default_rng(30)
x = rng.normal(size=(2, 3, 6, 5))
w = rng.normal(size=(4, 3, 3, 2))
y = corr(x, w)
dx, dw, db = conv_backward(rng.normal(size=y.shape), x, w)
print(dx.shape, dw.shape, db.shape)
