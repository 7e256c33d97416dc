import numpy as np

def grouped_convolution(x, weight, bias=None, groups=1):
    """x (N,C,H,W); weight (O, C/groups, kh, kw) like torch.nn.Conv2d(groups=...)"""
    N, C, H, W = x.shape
    O, Cg, kh, kw = weight.shape
    assert C == Cg * groups and O % groups == 0
    Og = O // groups
    oh, ow = H - kh + 1, W - kw + 1
    y = np.zeros((N, O, oh, ow))
    for o in range(O):
        g = o // Og
        sub = x[:, g * Cg:(g + 1) * Cg]
        for i in range(oh):
            for j in range(ow):
                y[:, o, i, j] = np.einsum('ncij,cij->n', sub[:, :, i:i+kh, j:j+kw], weight[o])
        if bias is not None:
            y[:, o] += bias[o]
    return y

np.random.seed(2)
x = np.random.randn(2, 4, 5, 6)
w = np.random.randn(6, 2, 3, 3)
print(grouped_convolution(x, w, np.arange(6.), groups=2)[0, :, 0, 0])
