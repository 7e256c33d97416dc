import numpy as np

def dilate(grad, stride):
    """Insert stride - 1 zeros between the entries of grad (N, F, h, w)."""
    N, F, h, w = grad.shape
    out = np.zeros((N, F, (h - 1) * stride + 1, (w - 1) * stride + 1))
    out[:, :, ::stride, ::stride] = grad
    return out

def correlate(x, w):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    out = np.zeros((N, F, H - kh + 1, W - kw + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            out[:, :, i, j] = np.tensordot(x[:, :, i:i + kh, j:j + kw], w, axes=([1, 2, 3], [1, 2, 3]))
    return out

def conv_forward(x, w, b, stride, pad):
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = correlate(xp, w)[:, :, ::stride, ::stride] + b[:, None, None]
    return out, (xp, w, stride, pad)

def conv_backward(dout, cache):
    xp, w, stride, pad = cache
    kh, kw = w.shape[2:]
    g = dilate(dout, stride)
    used_h, used_w = g.shape[2] + kh - 1, g.shape[3] + kw - 1
    dw = correlate(xp[:, :, :used_h, :used_w].transpose(1, 0, 2, 3), g.transpose(1, 0, 2, 3)).transpose(1, 0, 2, 3)
    g_full = np.pad(g, ((0, 0), (0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1)))
    w_rot = w.transpose(1, 0, 2, 3)
    dxp = np.zeros_like(xp)
    dxp[:, :, :used_h, :used_w] = correlate(g_full, w_rot)
    H, W = xp.shape[2] - 2 * pad, xp.shape[3] - 2 * pad
    return dxp[:, :, pad:pad + H, pad:pad + W], dw, dout.sum(axis=(0, 2, 3))

np.random.seed(4)
x = np.random.randn(2, 3, 6, 7)
w = np.random.randn(4, 3, 3, 2)
b = np.random.randn(4)
out, cache = conv_forward(x, w, b, 2, 1)
dx, dw, db = conv_backward(np.random.randn(*out.shape), cache)
print(out.shape, dx.shape, dw.shape, db)
