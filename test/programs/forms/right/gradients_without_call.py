import itertools
import numpy as np


def gradients(d_out, x, kernel, stride):
    """x: (N, H, W, C); kernel: (F, kh, kw, C). Returns the gradients of kernel and bias."""
    F, kh, kw, _ = kernel.shape
    N, oh, ow, _ = d_out.shape
    d_kernel = np.zeros(kernel.shape)
    d_bias = np.zeros(F)
    for n, i, j, f in itertools.product(range(N), range(oh), range(ow), range(F)):
        r, c = i * stride, j * stride
        d_kernel[f] += d_out[n, i, j, f] * x[n, r:r + kh, c:c + kw]
        d_bias[f] += d_out[n, i, j, f]
    return d_kernel, d_bias
