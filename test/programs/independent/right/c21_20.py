import numpy as np


def same_pads(size, k, s):
    """TensorFlow's SAME rule: the odd zero goes to the end."""
    out = -(-size // s)
    total = max((out - 1) * s + k - size, 0)
    return out, total // 2, total - total // 2


def conv_same(x, w, stride=1):
    """x: (H, W, C_in), w: (kh, kw, C_in, C_out)."""
    kh, kw, _, co = w.shape
    oh, top, bottom = same_pads(x.shape[0], kh, stride)
    ow, left, right = same_pads(x.shape[1], kw, stride)
    xp = np.pad(x, ((top, bottom), (left, right), (0, 0)))
    y = np.zeros((oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            r, c = i * stride, j * stride
            y[i, j] = np.tensordot(xp[r:r + kh, c:c + kw], w, axes=3)
    return y


np.random.seed(15)
x = np.random.randn(5, 6, 2)
w = np.random.randn(2, 2, 2, 3)
for stride in (1, 2):
    print(stride, conv_same(x, w, stride).shape)
