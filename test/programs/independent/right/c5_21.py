import numpy as np

def convolve2d_full(a, k):
    """true convolution (flipped kernel), output size 'full' as in scipy.signal"""
    kh, kw = k.shape
    flipped = k[::-1, ::-1]
    a = np.pad(a, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    H, W = a.shape
    out = np.zeros((H - kh + 1, W - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(a[i:i + kh, j:j + kw] * flipped)
    return out

a = np.array([[1., 2., 3.], [4., 5., 6.]])
k = np.array([[1., 0.], [2., -1.]])
print(convolve2d_full(a, k))
