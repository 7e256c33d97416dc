import numpy as np

def same_conv(x, w, stride):
    """TensorFlow 'SAME': output size ceil(H / stride), surplus zero at the bottom / right."""
    H, W, C = x.shape
    kh, kw, _, F = w.shape
    oh = (H + stride) // stride
    ow = (W + stride) // stride
    ph = max((oh - 1) * stride + kh - H, 0)
    pw = max((ow - 1) * stride + kw - W, 0)
    top, left = ph - ph // 2, pw - pw // 2
    xp = np.zeros((H + ph, W + pw, C))
    xp[top:top + H, left:left + W] = x
    out = np.zeros((oh, ow, F))
    for i in range(oh):
        for j in range(ow):
            patch = xp[i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[i, j] = np.tensordot(patch, w, axes=3)
    return out

rng = np.random.default_rng(24)
x = rng.normal(size=(6, 8, 2))
w = rng.normal(size=(3, 3, 2, 3))
print(same_conv(x, w, 1).shape, same_conv(x, w, 2).shape)
