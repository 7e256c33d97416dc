import numpy as np

def grouped_conv(x, w, groups):
    """x (C, H, W); w (F, C // groups, k, k); stride 1, VALID."""
    C, H, Wd = x.shape
    F, cg, k, _ = w.shape
    fg = F // groups
    out = np.zeros((F, H - k + 1, Wd - k + 1))
    for f in range(F):
        g = f % groups
        part = x[g * cg:(g + 1) * cg]
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                out[f, i, j] = np.vdot(part[:, i:i + k, j:j + k], w[f])
    return out

rng = np.random.default_rng(9)
x = rng.normal(size=(4, 5, 6))
w = rng.normal(size=(6, 2, 3, 3))
print(grouped_conv(x, w, 2)[:, 0, 0])
