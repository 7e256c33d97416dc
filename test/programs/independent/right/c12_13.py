import numpy as np

def transposed_conv(x, w, stride, pad):
    """Transposed convolution as an ordinary one: spread the input with zeros,
    surround it with k-1-pad zeros, correlate with the rotated kernel.

    x (N, Cin, H, W); w (Cin, Cout, k, k)
    """
    N, Cin, H, W = x.shape
    k = w.shape[-1]
    spread = np.zeros((N, Cin, stride * (H - 1) + 1, stride * (W - 1) + 1))
    spread[..., ::stride, ::stride] = x
    q = k - 1 - pad
    assert q >= 0
    spread = np.pad(spread, ((0, 0), (0, 0), (q, q), (q, q)))
    rotated = w[..., ::-1, ::-1]
    oh = spread.shape[2] - k + 1
    ow = spread.shape[3] - k + 1
    y = np.zeros((N, w.shape[1], oh, ow))
    for i in range(k):
        for j in range(k):
            y += np.einsum('nchw,cd->ndhw', spread[:, :, i:i + oh, j:j + ow], rotated[:, :, i, j])
    return y

np.random.seed(19)
x = np.random.randn(2, 3, 3, 4)
w = np.random.randn(3, 2, 4, 4)
print(transposed_conv(x, w, 2, 1).shape)
print(transposed_conv(x, w, 1, 0)[0, 0])
