import numpy as np


def conv_backward(dout, x, w, stride, pad):
    n, c, h, width = x.shape
    f, _, kh, kw = w.shape
    _, _, oh, ow = dout.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    hp, wp = xp.shape[2], xp.shape[3]
    spread = np.zeros((n, f, hp - kh + 1, wp - kw + 1))
    spread[:, :, ::stride, ::stride][:, :, :oh, :ow] = dout
    db = dout.sum(axis=(0, 2, 3))
    dw = np.zeros(w.shape)
    for a in range(kh):
        for b in range(kw):
            part = xp[:, :, a:a + hp - kh + 1, b:b + wp - kw + 1]
            dw[:, :, a, b] = np.einsum('nfij,ncij->fc', spread, part)
    border = np.pad(spread, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    turned = w[:, :, ::-1, ::-1]
    dxp = np.zeros(xp.shape)
    for a in range(kh):
        for b in range(kw):
            dxp += np.einsum('nfij,fc->ncij', border[:, :, a:a + hp, b:b + wp], turned[:, :, a, b])
    return dxp[:, :, pad:pad + h, pad:pad + width], dw, db
