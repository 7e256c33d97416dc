import numpy as np

def depthwise_conv2d(x, kernel, stride=1):
    """Keras layout: x (N, H, W, C), kernel (kh, kw, C, M) -> (N, oh, ow, C * M), VALID."""
    n, h, w, c = x.shape
    kh, kw, _, mult = kernel.shape
    oh = (h - kh) // stride + 1
    ow = (w - kw) // stride + 1
    out = np.zeros((n, oh, ow, c, mult))
    for u, v in np.ndindex(kh, kw):
        part = x[:, u:u + stride * oh:stride, v:v + stride * ow:stride, :]
        out += part[:, :oh, :ow, :, None] * kernel[u, v]
    return out.reshape(n, oh, ow, -1)

rng = np.random.default_rng(21)
x = rng.standard_normal((2, 7, 6, 3))
print(depthwise_conv2d(x, rng.standard_normal((3, 3, 3, 2)), stride=2).shape)
print(depthwise_conv2d(x, rng.standard_normal((2, 3, 3, 1)))[0, 0, 0])
