import numpy as np

def dilated_conv2d(x, w, b, stride=1, padding=0, dilation=1):
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    eff_h = dilation * (KH - 1) + 1
    eff_w = dilation * (KW - 1) + 1
    Ho = (H + 2 * padding - eff_h) // stride + 1
    Wo = (W + 2 * padding - eff_w) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding,) * 2, (padding,) * 2))
    out = np.zeros((N, F, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            top, left = i * stride, j * stride
            patch = xp[:, :, top:top + eff_h:dilation, left:left + eff_w:dilation]
            out[:, :, i, j] = np.einsum('nchw,fchw->nf', patch, w) + b
    return out

np.random.seed(6)
x = np.random.randn(1, 2, 9, 9)
w = np.random.randn(3, 2, 3, 3)
print(dilated_conv2d(x, w, np.zeros(3), dilation=2).shape)
