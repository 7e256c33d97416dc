import numpy as np

def grouped_conv(x, w, groups=1, dilation=(1, 1)):
    N, C, H, W = x.shape
    F, Cg, R, S = w.shape
    dy, dx = dilation
    oh, ow = H - dy * (R - 1), W - dx * (S - 1)
    out = np.zeros((N, F, oh, ow))
    for f in range(F):
        g = f * groups // F
        for c in range(Cg):
            src = x[:, c + g * Cg]
            for r in range(R):
                for s in range(S):
                    out[:, f] += w[f, c, r, s] * src[:, r * dy:r * dy + oh, s * dx:s * dx + ow]
    return out

rng = np.random.default_rng(12)
x = rng.normal(size=(1, 6, 7, 8))
print(grouped_conv(x, rng.normal(size=(4, 3, 3, 3)), groups=2)[0, :, 0, 0])
print(grouped_conv(x, rng.normal(size=(6, 1, 3, 2)), groups=6, dilation=(2, 3)).shape)
