import numpy as np

def trans_conv(x, w, stride):
    """
    Transposed convolution of one plane: insert stride-1 zeros between the pixels,
    pad by k-1 and correlate with the turned kernel.
    """
    H, W = x.shape
    kh, kw = w.shape
    spread = np.zeros(((H - 1) * stride + 1, (W - 1) * stride + 1))
    spread[::stride, ::stride] = x
    padded = np.pad(spread, ((kh - 1,) * 2, (kw - 1,) * 2))
    turned = w[::-1, ::-1]
    oh = padded.shape[0] - kh + 1
    ow = padded.shape[1] - kw + 1
    return np.array([[np.vdot(padded[i:i + kh, j:j + kw], turned) for j in range(ow)] for i in range(oh)])

x = np.array([[0., 1.], [2., 3.]])
k = np.array([[0., 1., 4.], [2., 3., -1.]])
print(trans_conv(x, k, 1))
print(trans_conv(x, k, 2))
