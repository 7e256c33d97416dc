import numpy as np

def grouped_conv2d(x, w, groups):
    N, C_in, H, W = x.shape
    C_out, C_per, kH, kW = w.shape
    assert C_in == C_per * groups
    out_per = C_out // groups
    oH, oW = H - kH + 1, W - kW + 1
    y = np.zeros((N, C_out, oH, oW))
    for oc in range(C_out):
        g = oc % groups
        xs = x[:, g * C_per:(g + 1) * C_per]
        for i in range(oH):
            for j in range(oW):
                y[:, oc, i, j] = np.einsum('nchw,chw->n', xs[:, :, i:i + kH, j:j + kW], w[oc])
    return y

np.random.seed(17)
x = np.random.randn(2, 4, 5, 5)
w = np.random.randn(6, 2, 3, 3)
y = grouped_conv2d(x, w, groups=2)
print(y.shape)
print(y[0, :, 0, 0])
