import numpy as np

def conv(x, w, groups=1, stride=1):
    # x: (N, C, H, W)   w: (F, C // groups, kh, kw)
    if groups > 1:
        parts_x = np.split(x, groups, axis=1)
        parts_w = np.split(w, groups)
        return np.concatenate([conv(a, b, 1, stride) for a, b in zip(parts_x, parts_w)], axis=1)
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    ys = np.arange(0, H - kh + 1, stride)
    xs = np.arange(0, W - kw + 1, stride)
    rows = ys[:, None] + np.arange(kh)        # (oh, kh)
    cols = xs[:, None] + np.arange(kw)        # (ow, kw)
    patches = x[:, :, rows[:, None, :, None], cols[None, :, None, :]]   # (N, C, oh, ow, kh, kw)
    return (patches[:, None] * w[None, :, :, None, None]).sum(axis=(2, 5, 6))

rng = np.random.default_rng(22)
x = rng.random((2, 6, 5, 6))
print(conv(x, rng.random((9, 2, 3, 2)), groups=3).shape)
print(conv(x, rng.random((4, 6, 2, 2)), stride=2)[0, 0])
