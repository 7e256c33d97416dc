import numpy as np

def grouped_conv(x, weight, groups):
    """x: (C_in, H, W); weight: (C_out, C_in // groups, k, k)"""
    c_in, H, W = x.shape
    c_out, cpg, k, _ = weight.shape
    assert c_in == cpg * groups and c_out % groups == 0
    out_per_group = c_out // groups
    y = np.zeros((c_out, H - k + 1, W - k + 1))
    for oc in range(c_out):
        g = oc % groups
        x_g = x[g * cpg:(g + 1) * cpg]
        for i in range(H - k + 1):
            for j in range(W - k + 1):
                y[oc, i, j] = (x_g[:, i:i + k, j:j + k] * weight[oc]).sum()
    return y

rng = np.random.RandomState(11)
x = rng.randn(4, 5, 5)
weight = rng.randn(6, 2, 3, 3)
print(grouped_conv(x, weight, groups=2)[:, 0, 0])
