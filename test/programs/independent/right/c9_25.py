import numpy as np

def same_pads(size, k, s):
    out = -(-size // s)
    total = max(0, (out - 1) * s + k - size)
    return out, total // 2, total - total // 2

def conv_same(x, w, s=1):
    """padding='SAME' as in TensorFlow. x: (N, H, W, C), w: (kh, kw, C, F)"""
    oh, t, b = same_pads(x.shape[1], w.shape[0], s)
    ow, l, r = same_pads(x.shape[2], w.shape[1], s)
    xp = np.pad(x, [(0, 0), (t, b), (l, r), (0, 0)])
    y = np.empty((x.shape[0], oh, ow, w.shape[3]))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = np.einsum('nijc,ijcf->nf', xp[:, i * s:, j * s:][:, :w.shape[0], :w.shape[1]], w)
    return y

rng = np.random.default_rng(25)
x = rng.normal(size=(2, 6, 7, 3))
print(conv_same(x, rng.normal(size=(3, 2, 3, 4)), 2).shape)
print(conv_same(x, rng.normal(size=(4, 4, 3, 1)))[0, 0, :, 0])
