import numpy as np

def full_correlation(d, w):
    """(N, F, h, w) with (F, C, k, k) -> (N, C, h + k - 1, w + k - 1)"""
    k = w.shape[-1]
    dp = np.pad(d, [(0, 0), (0, 0), (k - 1, k - 1), (k - 1, k - 1)])
    win = np.lib.stride_tricks.sliding_window_view(dp, (k, k), axis=(2, 3))
    return np.einsum('nfhwij,fcij->nchw', win, w)

def input_gradient(dout, w):
    """dL/dx of y = corr(x, w), stride 1, without padding."""
    flipped = np.rot90(w, 2)
    return full_correlation(dout, flipped)

def weight_gradient(x, dout):
    oh, ow = dout.shape[2:]
    win = np.lib.stride_tricks.sliding_window_view(x, (oh, ow), axis=(2, 3))
    return np.einsum('ncijhw,nfhw->fcij', win, dout)

np.random.seed(14)
x = np.random.randn(2, 3, 6, 5)
w = np.random.randn(4, 3, 3, 3)
dout = np.random.randn(2, 4, 4, 3)
dx = input_gradient(dout, w)
dw = weight_gradient(x, dout)
print(dx.shape, dw.shape)
print(dx[0, 0])
