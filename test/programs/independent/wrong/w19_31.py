from dataclasses import dataclass
import numpy as np


@dataclass
class Conv2dSpec:
    stride: tuple = (1, 1)
    padding: tuple = (0, 0)
    dilation: tuple = (1, 1)


def conv2d(x: np.ndarray, w: np.ndarray, spec: Conv2dSpec) -> np.ndarray:
    ph, pw = spec.padding
    sh, sw = spec.stride
    dh, dw = spec.dilation
    n, c, h, wd = x.shape
    f, _, kh, kw = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pw, pw), (ph, ph)))
    oh = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
    ow = (wd + 2 * pw - dw * (kw - 1) - 1) // sw + 1
    y = np.zeros((n, f, oh, ow))
    for u in range(kh):
        for v in range(kw):
            part = xp[:, :, u * dh:u * dh + sh * (oh - 1) + 1:sh, v * dw:v * dw + sw * (ow - 1) + 1:sw]
            y = np.einsum("nchw,fc->nfhw", part, w[:, :, u, v])
    return y


rng = np.random.default_rng(31)
x = rng.standard_normal((1, 2, 9, 9))
w = rng.standard_normal((3, 2, 3, 2))
spec = Conv2dSpec(stride=(2, 1), padding=(1, 1), dilation=(2, 1))
out = conv2d(x, w, spec)
print(out.shape)
print(out[0, 0])
