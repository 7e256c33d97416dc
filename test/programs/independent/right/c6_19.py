import numpy as np

def convolve2d(a, k, mode="full"):
    """True convolution: the kernel is rotated by 180 degrees, as scipy.signal.convolve2d."""
    k = np.rot90(k, 2)
    kh, kw = k.shape
    if mode == "full":
        a = np.pad(a, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    elif mode == "same":
        a = np.pad(a, ((kh // 2, kh - 1 - kh // 2), (kw // 2, kw - 1 - kw // 2)))
    elif mode != "valid":
        raise ValueError(mode)
    out = np.zeros((a.shape[0] - kh + 1, a.shape[1] - kw + 1))
    for y in range(out.shape[0]):
        for x in range(out.shape[1]):
            out[y, x] = (a[y:y + kh, x:x + kw] * k).sum()
    return out

a = np.arange(20.).reshape(4, 5)
k = np.array([[1., 2., 0.], [0., -1., 3.], [1., 0., 0.]])
for mode in ("full", "same", "valid"):
    print(mode); print(convolve2d(a, k, mode))
