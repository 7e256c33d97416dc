import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    (N, C, H, W), (F, _, HH, WW) = x.shape, w.shape
    Hp, Wp = 1 + (H + 2 * p - HH) // s, 1 + (W + 2 * p - WW) // s
    xp = np.pad(x, [(0, 0)] * 2 + [(p, p)] * 2)
    out = np.zeros((N, F, Hp, Wp))
    for f in range(F):
        for j in range(Wp):
            for i in range(Hp):
                seg = xp[..., i * s:i * s + HH, j * s:j * s + WW]
                out[:, f, i, j] = np.sum(seg * w[f], axis=(1, 2, 3))
        out[:, f] += b[f]
    return out, (x, w, b, conv_param)


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    s, p = conv_param["stride"], conv_param["pad"]
    H, W = x.shape[2:]
    HH, WW = w.shape[2:]
    xp = np.pad(x, [(0, 0)] * 2 + [(p, p)] * 2)
    dxp = np.zeros_like(xp)
    dw = np.zeros_like(w)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            win = np.s_[:, :, i * s:i * s + HH, j * s:j * s + WW]
            d = dout[:, :, i, j]
            dw += np.tensordot(d, xp[win], axes=(0, 0))
            dxp[win] += np.tensordot(d, w, axes=(1, 0))
    db = np.einsum("nfhw->f", dout)
    return dxp[:, :, p:H + p, p:W + p], dw, db


np.random.seed(231)
x, w, b = np.random.randn(4, 3, 5, 5), np.random.randn(2, 3, 3, 3), np.random.randn(2)
for p in (0, 1):
    out, cache = conv_forward_naive(x, w, b, {"stride": 1, "pad": p})
    print([g.shape for g in conv_backward_naive(out, cache)])
