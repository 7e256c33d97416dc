import numpy as np

def grouped_dilated_conv(x, w, b=None, stride=1, pad=0, dilation=1, groups=1):
    N, C, H, W = x.shape
    F, Cg, kh, kw = w.shape
    if C // groups != Cg:
        raise ValueError("channel mismatch")
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    oh = (H + 2 * pad - (dilation * (kh - 1) + 1)) // stride + 1
    ow = (W + 2 * pad - (dilation * (kw - 1) + 1)) // stride + 1
    i = np.arange(oh)[:, None] * stride + np.arange(kh) * dilation
    j = np.arange(ow)[:, None] * stride + np.arange(kw) * dilation
    patches = xp[:, :, i[:, None, :, None], j[None, :, None, :]]
    patches = patches.reshape(N, groups, Cg, oh, ow, kh, kw)
    filters = w.reshape(groups, F // groups, Cg, kh, kw)
    y = np.einsum('ngchwij,gfcij->ngfhw', patches, filters).reshape(N, F, oh, ow)
    return y if b is None else y + b.reshape(-1, 1, 1)

rng = np.random.default_rng(20)
x = rng.normal(size=(2, 4, 8, 7))
print(grouped_dilated_conv(x, rng.normal(size=(6, 2, 3, 3)), groups=2).shape)
print(grouped_dilated_conv(x, rng.normal(size=(4, 1, 3, 2)), rng.normal(size=4), 2, 1, 2, 4).shape)
