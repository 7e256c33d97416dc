import numpy as np


def full_correlate(x, w):
    """Pad fully, then correlate: x (N, A, H, W), w (A, B, KH, KW) -> (N, B, H+KH-1, W+KW-1)"""
    kh, kw = w.shape[2:]
    xp = np.pad(x, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    oh, ow = xp.shape[2] - kh + 1, xp.shape[3] - kw + 1
    y = np.zeros((x.shape[0], w.shape[1], oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = np.tensordot(xp[:, :, i:i + kh, j:j + kw], w, axes=([1, 2, 3], [0, 2, 3]))
    return y


def conv_input_grad(dout, w):
    """Gradient with respect to the input of a stride-1 VALID cross-correlation.
    dout: (N, F, OH, OW)   w: (F, C, KH, KW)"""
    turned = np.rot90(w, 2)
    return full_correlate(dout, turned)


rs = np.random.RandomState(12)
w = rs.randn(4, 2, 3, 3)
dout = rs.randn(2, 4, 3, 5)
dx = conv_input_grad(dout, w)
print(dx.shape)
print(dx[0, 0].round(3))
