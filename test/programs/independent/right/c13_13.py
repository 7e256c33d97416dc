import numpy as np

def depthwise(x, k, stride, pad):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    C, kh, kw = k.shape
    rows = range(0, x.shape[2] - kh + 1, stride)
    cols = range(0, x.shape[3] - kw + 1, stride)
    return np.stack([np.stack([(x[:, :, r:r + kh, q:q + kw] * k).sum((2, 3))
                               for q in cols], axis=-1)
                     for r in rows], axis=-2)

def pointwise(x, m, bias):
    return np.einsum('nchw,oc->nohw', x, m) + bias.reshape(-1, 1, 1)

def separable_conv(x, dw_kernels, pw_matrix, bias, stride=1, pad=1):
    """MobileNet block without normalisation: depthwise followed by 1x1."""
    return pointwise(depthwise(x, dw_kernels, stride, pad), pw_matrix, bias)

rng = np.random.default_rng(14)
y = separable_conv(rng.normal(size=(2, 3, 6, 6)), rng.normal(size=(3, 3, 3)),
                   rng.normal(size=(5, 3)), rng.normal(size=5), stride=2)
print(y.shape, y[0, :, 0, 0])
