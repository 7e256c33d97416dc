import numpy as np

def conv2d(x, weight, bias=None, stride=1, padding=0, groups=1):
    n, cin, h, w = x.shape
    cout, cg, kh, kw = weight.shape
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (w + 2 * padding - kw) // stride + 1
    out = np.zeros((n, cout, oh, ow))
    per = cout // groups
    for o in range(cout):
        g = o // per
        block = x[:, g:g + cg]
        for i in range(oh):
            for j in range(ow):
                win = block[:, :, i*stride:i*stride+kh, j*stride:j*stride+kw]
                out[:, o, i, j] = (win * weight[o]).sum(axis=(1, 2, 3))
        if bias is not None:
            out[:, o] += bias[o]
    return out
