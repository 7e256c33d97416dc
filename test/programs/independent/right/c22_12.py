import numpy as np

def conv_transpose2d(x, w, b, stride=1, pad=0):
    """Transposed convolution. x: (N, Cin, H, W), w: (Cin, Cout, KH, KW)."""
    N, Cin, H, W = x.shape
    _, Cout, KH, KW = w.shape
    full_h = (H - 1) * stride + KH
    full_w = (W - 1) * stride + KW
    full = np.zeros((N, Cout, full_h, full_w))
    for i in range(H):
        for j in range(W):
            stamp = np.einsum('nc,cokl->nokl', x[:, :, i, j], w)
            full[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW] += stamp
    out = full[:, :, pad:full_h - pad, pad:full_w - pad]
    return out + b[None, :, None, None]

def conv_transpose2d_backward(dout, x, w, stride=1, pad=0):
    N, Cin, H, W = x.shape
    _, _, KH, KW = w.shape
    g = np.pad(dout, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dx = np.zeros_like(x)
    dw = np.zeros_like(w)
    for i in range(H):
        for j in range(W):
            piece = g[:, :, i * stride:i * stride + KH, j * stride:j * stride + KW]
            dx[:, :, i, j] = np.einsum('nokl,cokl->nc', piece, w)
            dw += np.einsum('nc,nokl->cokl', x[:, :, i, j], piece)
    return dx, dw, dout.sum((0, 2, 3))

np.random.seed(12)
x = np.random.randn(2, 3, 4, 3)
w = np.random.randn(3, 2, 3, 4)
b = np.random.randn(2)
y = conv_transpose2d(x, w, b, stride=2, pad=1)
dx, dw, db = conv_transpose2d_backward(np.ones_like(y), x, w, stride=2, pad=1)
print(y.shape, dx.shape, dw.shape, db)
