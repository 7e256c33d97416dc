import numpy as np

def dilated_conv(x, w, stride=1, dilation=1, padding=0):
    '''Dilated (a trous) convolution, x (C,H,W), w (O,C,kh,kw)'''
    C, H, W = x.shape
    O, _, kh, kw = w.shape
    eff_h = dilation * (kh - 1) + 1
    eff_w = dilation * (kw - 1) + 1
    xp = np.zeros((C, H + 2 * padding, W + 2 * padding))
    xp[:, padding:padding + H, padding:padding + W] = x
    oh = (H + 2 * padding - eff_h) // stride + 1
    ow = (W + 2 * padding - eff_w) // stride + 1
    out = np.zeros((O, oh, ow))
    for o in range(O):
        for i in range(oh):
            for j in range(ow):
                for u in range(kh):
                    for v in range(kw):
                        yy = i * stride + u * dilation
                        xx = (j * stride + v) * dilation
                        out[o, i, j] += np.dot(xp[:, yy, xx], w[o, :, u, v])
    return out

rng = np.random.RandomState(4)
x = rng.rand(2, 7, 5)
w = rng.rand(3, 2, 3, 2)
print(dilated_conv(x, w).shape)
print(dilated_conv(x, w, stride=2, dilation=2, padding=1))
