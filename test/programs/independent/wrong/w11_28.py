import numpy as np

def grouped_conv(x, w, b, groups, stride=1):
    """
    x : (C_in, H, W)
    w : (C_out, C_in // groups, k, k)
    b : (C_out,)
    """
    C_in, H, W = x.shape
    C_out, cin_g, k, _ = w.shape
    cout_g = C_out // groups
    assert cin_g * groups == C_in
    oh = (H - k) // stride + 1
    ow = (W - k) // stride + 1
    out = np.zeros((C_out, oh, ow))
    for g in range(groups):
        xg = x[g * cin_g:(g + 1) * cin_g]
        for q in range(cout_g):
            o = g * cin_g + q
            for i in range(oh):
                for j in range(ow):
                    patch = xg[:, i * stride:i * stride + k, j * stride:j * stride + k]
                    out[o, i, j] = (patch * w[o]).sum() + b[q]
    return out

rng = np.random.default_rng(28)
x = rng.normal(size=(4, 6, 6))
w = rng.normal(size=(6, 2, 3, 3))
b = rng.normal(size=6)
y = grouped_conv(x, w, b, groups=2)
print(y.shape, y[:, 0, 0])
