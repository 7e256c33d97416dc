import numpy as np

def conv2d_strided(a, f, stride=1):
    # a : (H, W, C)  f : (fh, fw, C, K)
    fh, fw, C, K = f.shape
    H, W, _ = a.shape
    oh = (H - fh) // stride + 1
    ow = (W - fw) // stride + 1
    sh, sw, sc = a.strides
    shape = (oh, ow, fh, fw, C)
    strides = (sh * stride, sw * stride, sw, sh, sc)
    sub = np.lib.stride_tricks.as_strided(a, shape=shape, strides=strides)
    return np.tensordot(sub, f, axes=([2, 3, 4], [0, 1, 2]))

a = np.arange(6 * 6 * 2, dtype=float).reshape(6, 6, 2)
f = np.random.RandomState(4).randn(3, 3, 2, 2)
res = conv2d_strided(a, f, stride=1)
print(res.shape)
print(res[..., 0])
print(conv2d_strided(a, f, 3)[..., 1])
