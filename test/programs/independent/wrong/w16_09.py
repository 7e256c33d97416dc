import numpy as np


def grouped_conv2d(x, weight, bias, groups, stride=1, padding=0):
    """
    x:      (N, C_in, H, W)
    weight: (C_out, C_in // groups, KH, KW)
    Same meaning of `groups` as in torch.nn.Conv2d.
    """
    n, c_in, h, w = x.shape
    c_out, c_per_group, kh, kw = weight.shape
    assert c_in % groups == 0 and c_out % groups == 0
    assert c_in // groups == c_per_group
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    y = np.zeros((n, c_out, oh, ow))
    out_per_group = c_out // groups
    for f in range(c_out):
        g = f % groups
        xg = xp[:, g * c_per_group:(g + 1) * c_per_group]
        for i in range(oh):
            for j in range(ow):
                win = xg[:, :, i * stride:i * stride + kh, j * stride:j * stride + kw]
                y[:, f, i, j] = (win * weight[f]).sum(axis=(1, 2, 3)) + bias[f]
    return y


rng = np.random.default_rng(11)
x = rng.standard_normal((2, 4, 6, 5))
wt = rng.standard_normal((4, 2, 3, 3))
bs = rng.standard_normal(4)
print(grouped_conv2d(x, wt, bs, groups=2, padding=1).shape)
print(grouped_conv2d(x, wt, bs, groups=2, stride=2)[0, 1])
