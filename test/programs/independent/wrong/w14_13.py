import numpy as np
from numpy.lib.stride_tricks import as_strided


def conv2d_strided(x, w, b=None, stride=1, pad=0):
    """x: N,C,H,W   w: O,C,kh,kw"""
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    N, C, H, W = xp.shape
    O, _, kh, kw = w.shape
    oh = (H - kh) // stride + 1
    ow = (W - kw) // stride + 1

    sn, sc, sh, sw = x.strides
    view = as_strided(
        xp,
        shape=(N, C, oh, ow, kh, kw),
        strides=(sn, sc, sh * stride, sw * stride, sh, sw),
        writeable=False,
    )
    out = np.einsum("ncyxij,ocij->noyx", view, w, optimize=True)
    if b is not None:
        out += b[:, None, None]
    return out


if __name__ == "__main__":
    rs = np.random.RandomState(5)
    x = rs.randn(2, 3, 6, 5)
    w = rs.randn(4, 3, 3, 3)
    b = rs.randn(4)
    print(conv2d_strided(x, w, b, stride=1, pad=1)[0, 0])
    print(conv2d_strided(x, w, b, stride=2, pad=1).sum())
