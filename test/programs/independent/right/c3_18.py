import numpy as np

def convolve2d(img, kernel, mode='full'):
    """True convolution (the kernel is flipped), like scipy.signal.convolve2d.
    mode: 'full', 'same' or 'valid'"""
    k = kernel[::-1, ::-1]
    kh, kw = k.shape
    if mode == 'full':
        pad = ((kh - 1, kh - 1), (kw - 1, kw - 1))
    elif mode == 'same':
        pad = (((kh - 1) - (kh - 1) // 2, (kh - 1) // 2), ((kw - 1) - (kw - 1) // 2, (kw - 1) // 2))
    elif mode == 'valid':
        pad = ((0, 0), (0, 0))
    else:
        raise ValueError(mode)
    p = np.pad(img, pad)
    H, W = p.shape[0] - kh + 1, p.shape[1] - kw + 1
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            out[i, j] = (p[i:i + kh, j:j + kw] * k).sum()
    return out

img = np.array([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
kernel = np.array([[-1, -2, -1], [0, 0, 0], [1, 2, 1]])
for mode in ('full', 'same', 'valid'):
    print(mode)
    print(convolve2d(img, kernel, mode))
