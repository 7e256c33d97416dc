import numpy as np

def grouped_conv(x, w, groups):
    """3x3 'same' grouped convolution, stride 1. w has shape (Cout, Cin // groups, 3, 3)."""
    B, Cin, H, W = x.shape
    Cout, cpg, kh, kw = w.shape
    assert cpg * groups == Cin
    opg = Cout // groups
    xp = np.pad(x, [(0, 0), (0, 0), (kh // 2,) * 2, (kw // 2,) * 2])
    y = np.zeros((B, Cout, H, W))
    for oc in range(Cout):
        g = oc % groups
        part = xp[:, g * cpg:(g + 1) * cpg]
        for u in range(kh):
            for v in range(kw):
                y[:, oc] += np.tensordot(part[:, :, u:u + H, v:v + W], w[oc, :, u, v], axes=(1, 0))
    return y

np.random.seed(3)
x = np.random.randn(1, 4, 5, 5)
w = np.random.randn(8, 2, 3, 3)
print(grouped_conv(x, w, groups=2).sum(axis=(2, 3)))
