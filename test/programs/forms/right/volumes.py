import numpy as np


def conv3d(x, w, b, stride=1, pad=0):
    N, C, D, H, W = x.shape
    F, _, kd, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad), (pad, pad)))
    od, oh, ow = [(n + 2 * pad - k) // stride + 1 for n, k in zip((D, H, W), (kd, kh, kw))]
    out = np.zeros((N, F, od, oh, ow))
    for a in range(od):
        for i in range(oh):
            for j in range(ow):
                d, r, q = a * stride, i * stride, j * stride
                window = xp[:, :, d : d + kd, r : r + kh, q : q + kw]
                out[:, :, a, i, j] = np.tensordot(window, w, axes=([1, 2, 3, 4], [1, 2, 3, 4])) + b
    return out


y = conv3d(np.random.randn(1, 2, 4, 5, 5), np.random.randn(3, 2, 2, 3, 3), np.zeros(3))
