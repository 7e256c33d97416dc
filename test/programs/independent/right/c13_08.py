import numpy as np

def deconv(x, w, stride=2, pad=0):
    """Transposed convolution: insert zeros, then an ordinary correlation with flipped kernels.
    x: (N, Cin, H, W)   w: (Cin, Cout, kh, kw)
    """
    N, Cin, H, W = x.shape
    _, Cout, kh, kw = w.shape
    z = np.zeros((N, Cin, (H - 1) * stride + 1, (W - 1) * stride + 1))
    z[:, :, ::stride, ::stride] = x
    ph, pw = kh - 1 - pad, kw - 1 - pad
    z = np.pad(z, ((0, 0), (0, 0), (ph, ph), (pw, pw)))
    g = w[:, :, ::-1, ::-1]
    oh, ow = z.shape[2] - kh + 1, z.shape[3] - kw + 1
    y = np.zeros((N, Cout, oh, ow))
    for i in range(oh):
        for j in range(ow):
            y[:, :, i, j] = np.einsum('nckl,cokl->no', z[:, :, i:i + kh, j:j + kw], g)
    return y

np.random.seed(2)
x = np.random.randn(1, 2, 3, 4)
w = np.random.randn(2, 3, 3, 3)
print(deconv(x, w, 2, 1).shape)
print(deconv(x, w, 2, 1)[0, 0])
