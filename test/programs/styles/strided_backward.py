import numpy as np


def conv_backward_strided(dout, x, w, stride=1, pad=0):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh, ow = dout.shape[2:]
    sn, sc, sh, sw = xp.strides
    view = np.lib.stride_tricks.as_strided(
        xp,
        shape=(N, C, oh, ow, HH, WW),
        strides=(sn, sc, sh * stride, sw * stride, sh, sw),
    )
    dw = np.einsum("nfij,ncijuv->fcuv", dout, view)
    db = np.einsum("nfij->f", dout)
    dxp = np.zeros_like(xp)
    for u in range(HH):
        for v in range(WW):
            part = np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
            dxp[:, :, u:u + oh * stride:stride, v:v + ow * stride:stride] += part
    return dxp[:, :, pad:H + pad, pad:W + pad], dw, db


rng = np.random.RandomState(3)
x = rng.randn(2, 3, 5, 6)
w = rng.randn(4, 3, 3, 3)
dout = rng.randn(2, 4, 5, 6)
dx, dw, db = conv_backward_strided(dout, x, w, 1, 1)
