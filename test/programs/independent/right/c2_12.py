import numpy as np

def deconv2d(x, W, b=None, stride=1, pad=0, outsize=None):
    """gradient of conv2d with respect to its input (transposed convolution); W is (C_in_of_x, C_out, KH, KW)"""
    SH = SW = stride
    PH = PW = pad
    C, OC, KH, KW = W.shape
    N, C, H, Wd = x.shape
    if outsize is None:
        out_h = SH * (H - 1) + KH - 2 * PH
        out_w = SW * (Wd - 1) + KW - 2 * PW
    else:
        out_h, out_w = outsize
    gcol = np.tensordot(W, x, (0, 1))          # OC, KH, KW, N, H, W
    gcol = np.rollaxis(gcol, 3)                # N, OC, KH, KW, H, W
    img = np.zeros((N, OC, out_h + 2 * PH + SH - 1, out_w + 2 * PW + SW - 1))
    for j in range(KH):
        for i in range(KW):
            img[:, :, j:j + SH * H:SH, i:i + SW * Wd:SW] += gcol[:, :, j, i]
    y = img[:, :, PH:out_h + PH, PW:out_w + PW]
    if b is not None:
        y = y + b.reshape((1, b.size, 1, 1))
    return y

x = np.random.RandomState(0).randn(1, 3, 4, 4)
W = np.random.RandomState(1).randn(3, 2, 3, 3)
print(deconv2d(x, W, stride=2, pad=1).shape)
