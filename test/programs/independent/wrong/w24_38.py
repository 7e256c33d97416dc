import numpy as np

def upsample_zeros(x, s):
    N, C, H, W = x.shape
    z = np.zeros((N, C, H * s, W * s))
    z[:, :, ::s, ::s] = x
    return z

def transposed_conv(x, w, stride=1, pad=0):
    """Transposed convolution as an ordinary one on the zero-stuffed input.
    x (N, Cin, H, W), w (Cin, Cout, kh, kw)."""
    kh, kw = w.shape[2:]
    z = upsample_zeros(x, stride)
    z = np.pad(z, ((0, 0), (0, 0), (kh - 1 - pad, kh - 1 - pad), (kw - 1 - pad, kw - 1 - pad)))
    flipped = w[:, :, ::-1, ::-1]
    oh, ow = z.shape[2] - kh + 1, z.shape[3] - kw + 1
    out = np.zeros((x.shape[0], w.shape[1], oh, ow))
    for r in range(oh):
        for c in range(ow):
            patch = z[:, :, r:r + kh, c:c + kw]
            out[:, :, r, c] = np.einsum('nikl,iokl->no', patch, flipped)
    return out

np.random.seed(10)
x = np.random.randn(1, 2, 3, 4)
w = np.random.randn(2, 3, 3, 2)
print(transposed_conv(x, w, stride=2, pad=1).shape)
print(transposed_conv(x, w, stride=2, pad=0)[0, 0])
