import numpy as np

def grouped_conv(x, w, groups):
    """
    Convolution par groupes.
    x : (C, H, W), w : (F, C // groups, kh, kw) -> (F, H', W')
    """
    F, cg, kh, kw = w.shape
    fg = F // groups          # filtres par groupe
    C, H, W = x.shape
    oh, ow = H - kh + 1, W - kw + 1
    def groupe(f):
        g = f % groups
        return x[g * cg:(g + 1) * cg]
    return np.array([[[np.sum(groupe(f)[:, i:i + kh, j:j + kw] * w[f])
                       for j in range(ow)]
                      for i in range(oh)]
                     for f in range(F)])

np.random.seed(30)
x = np.random.randn(4, 5, 6)
w = np.random.randn(6, 2, 3, 2)
y = grouped_conv(x, w, groups=2)
print(y.shape, y.sum())
