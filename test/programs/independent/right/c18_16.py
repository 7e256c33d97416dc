import numpy as np

def group_conv2d(x, w, groups, stride=1):
    n, cin, h, wd = x.shape
    cout, cg, kh, kw = w.shape
    if cin // groups != cg:
        raise ValueError("channels do not fit")
    patches = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), (2, 3))
    patches = patches[..., ::stride, ::stride, :, :]
    patches = patches.reshape(n, groups, cg, *patches.shape[2:])
    w = w.reshape(groups, cout // groups, cg, kh, kw)
    y = np.einsum("ngchwij,gocij->ngohw", patches, w)
    return y.reshape(n, cout, *y.shape[-2:])

x = np.random.RandomState(9).randn(2, 4, 5, 5)
w = np.random.RandomState(10).randn(6, 2, 3, 3)
print(group_conv2d(x, w, groups=2)[0, :, 0, 0])
print(group_conv2d(x, w, 2, stride=2).shape)
