import numpy as np

def resolve_padding(n, k, stride, padding):
    """Return (before, after). 'same' follows TensorFlow: the extra cell goes at the end."""
    if padding == 'valid':
        return 0, 0
    if padding == 'same':
        out = -(-n // stride)
        total = max((out - 1) * stride + k - n, 0)
        return total // 2, total - total // 2
    if isinstance(padding, int):
        return padding, padding
    return tuple(padding)

def conv2d(x, w, b, stride=1, padding='valid'):
    """x (N, H, W, C), w (kh, kw, C, F), b (F,)"""
    kh, kw = w.shape[:2]
    ph = resolve_padding(x.shape[1], kh, stride, padding)
    pw = resolve_padding(x.shape[2], kw, stride, padding)
    x = np.pad(x, ((0, 0), ph, pw, (0, 0)))
    oh = (x.shape[1] - kh) // stride + 1
    ow = (x.shape[2] - kw) // stride + 1
    y = np.empty((x.shape[0], oh, ow, w.shape[3]))
    for i in range(oh):
        for j in range(ow):
            y[:, i, j] = np.tensordot(x[:, i*stride:i*stride+kh, j*stride:j*stride+kw], w, 3) + b
    return y

np.random.seed(1)
x = np.random.randn(2, 5, 6, 3)
w = np.random.randn(2, 3, 3, 4)
for pad in ('valid', 'same', 1, (0, 1)):
    print(pad, conv2d(x, w, np.zeros(4), 2, pad).shape)
