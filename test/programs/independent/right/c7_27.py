import numpy as np

def strided_conv(x, w, b=None, stride=(1, 1), pad=(0, 0)):
    """as_strided windows, channels last: x (N, H, W, C), w (kh, kw, C, F)."""
    (sh, sw), (ph, pw) = stride, pad
    kh, kw, C, F = w.shape
    x = np.ascontiguousarray(np.pad(x, ((0, 0), (ph, ph), (pw, pw), (0, 0))))
    N, H, W, _ = x.shape
    item = x.itemsize
    patches = np.lib.stride_tricks.as_strided(
        x,
        shape=(N, (H - kh + sh) // sh, (W - kw + sw) // sw, kh, kw * C),
        strides=(H * W * C * item, sh * W * C * item, sw * C * item, W * C * item, item),
    )
    out = np.tensordot(patches, w.reshape(kh, kw * C, F), 2)
    return out if b is None else out + b

g = np.random.default_rng(5)
x = g.normal(size=(2, 6, 7, 3)).astype(np.float32)
y = strided_conv(x, g.normal(size=(3, 2, 3, 4)), g.normal(size=4), (2, 1), (1, 0))
print(y.shape)
