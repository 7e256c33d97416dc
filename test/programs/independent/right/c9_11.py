import numpy as np
from numpy.lib.stride_tricks import as_strided

def conv2d_strided(x: np.ndarray, w: np.ndarray, stride=(1, 1), padding=(0, 0)) -> np.ndarray:
    """x (N,H,W,Cin) channels last, w (kh,kw,Cin,Cout)."""
    ph, pw = padding
    sh, sw = stride
    x = np.ascontiguousarray(np.pad(x, ((0, 0), (ph, ph), (pw, pw), (0, 0))))
    n, h, wd, cin = x.shape
    kh, kw, _, cout = w.shape
    oh, ow = (h - kh) // sh + 1, (wd - kw) // sw + 1
    s0, s1, s2, s3 = x.strides
    view = as_strided(x, (n, oh, ow, kh, kw, cin), (s0, s1 * sh, s2 * sw, s1, s2, s3), writeable=False)
    return np.tensordot(view, w, axes=3)

rng = np.random.default_rng(11)
x = rng.random((2, 6, 7, 3), dtype=np.float32)
w = rng.random((3, 2, 3, 5), dtype=np.float32)
print(conv2d_strided(x, w, (2, 1), (1, 0)).shape)
