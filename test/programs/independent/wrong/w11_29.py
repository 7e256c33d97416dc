import numpy as np

def dilated_conv2d(x, w, stride=1, dilation=1):
    """x (C,H,W), w (O,C,kh,kw), no padding"""
    C, H, W = x.shape
    O, _, kh, kw = w.shape
    d, s = dilation, stride
    eff_h = d * (kh - 1) + 1
    eff_w = d * kw
    oh = (H - eff_h) // s + 1
    ow = (W - eff_w) // s + 1
    y = np.zeros((O, oh, ow))
    for o in range(O):
        for i in range(oh):
            for j in range(ow):
                for u in range(kh):
                    for v in range(kw):
                        y[o, i, j] += x[:, i * s + u * d, j + v * d] @ w[o, :, u, v]
    return y

rng = np.random.default_rng(29)
x = rng.standard_normal((2, 9, 10))
w = rng.standard_normal((3, 2, 3, 3))
print(dilated_conv2d(x, w, dilation=2).shape)
print(dilated_conv2d(x, w, stride=2, dilation=2)[0])
