import numpy as np


def grouped_conv2d(inp, kernels, groups, stride=1):
    """Grouped convolution (channels first, no padding).

    inp     (C_in, H, W)
    kernels (C_out, C_in / groups, KH, KW)
    """
    c_in, H, W = inp.shape
    c_out, c_per_group, KH, KW = kernels.shape
    if c_in != c_per_group * groups or c_out % groups:
        raise ValueError("channels cannot be split into groups")
    h_out = (H - KH) // stride + 1
    w_out = (W - KW) // stride + 1
    result = np.zeros((c_out, h_out, w_out))
    for o in range(c_out):
        g = o % groups
        first = g * c_per_group
        part = inp[first:first + c_per_group]
        for y in range(h_out):
            ys = slice(y * stride, y * stride + KH)
            for x in range(w_out):
                xs = slice(x * stride, x * stride + KW)
                result[o, y, x] = np.sum(part[:, ys, xs] * kernels[o])
    return result


r = np.random.RandomState(12)
print(grouped_conv2d(r.rand(4, 5, 6), r.rand(6, 2, 3, 3), groups=2)[2])
print(grouped_conv2d(r.rand(6, 7, 7), r.rand(6, 2, 3, 3), groups=3, stride=2).shape)
