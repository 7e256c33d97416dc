import numpy as np

def dilated_conv(x, w, b, dilation=1, stride=1, pad=0):
    """Atrous convolution, x (N,C,H,W), w (F,C,KH,KW)."""
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    eff_h = dilation * (KH - 1) + 1
    eff_w = dilation * (KW - 1) + 1
    oh = (H + 2 * pad - eff_h) // stride + 1
    ow = (W + 2 * pad - eff_w) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((N, F, oh, ow))
    for i in range(oh):
        top = i * stride
        for j in range(ow):
            left = j * stride
            patch = xp[:, :, top:top + eff_h:dilation, left:left + eff_w:dilation]
            out[:, :, i, j] = np.tensordot(patch, w, axes=((1, 2, 3), (1, 2, 3)))
    out += b[:, None, None]
    return out

np.random.seed(20)
x = np.random.randn(2, 3, 8, 9)
w = np.random.randn(4, 3, 3, 2)
y = dilated_conv(x, w, np.arange(4.0), dilation=2, stride=1, pad=2)
print(y.shape)
print(y[1, 3])
