import numpy as np

def valid_corr(a, k):
    oh, ow = a.shape[0] - k.shape[0] + 1, a.shape[1] - k.shape[1] + 1
    return np.array([[np.sum(a[i:i + k.shape[0], j:j + k.shape[1]] * k) for j in range(ow)] for i in range(oh)])

def transposed_conv(x, k, s):
    """Transposed convolution of one channel by stuffing zeros between the pixels."""
    H, W = x.shape
    kh, kw = k.shape
    stuffed = np.zeros((H * s, W * s))
    stuffed[::s, ::s] = x
    border = np.pad(stuffed, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return valid_corr(border, k)

x = np.array([[1.0, 2.0], [3.0, 4.0]])
k = np.array([[1.0, 0.5, 0.0], [2.0, -1.0, 3.0], [0.0, 1.0, 1.0]])
up = transposed_conv(x, k, 2)
print(up.shape)
print(up)
