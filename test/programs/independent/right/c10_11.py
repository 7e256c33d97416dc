import numpy as np

def conv_transpose(x, w, stride, pad):
    """Gather form: insert zeros, pad with k-1-pad, correlate with the flipped kernel.
    x (N, Cin, H, W), w (Cin, Cout, k, k)"""
    n, cin, h, wd = x.shape
    k = w.shape[2]
    up = np.zeros((n, cin, (h - 1) * stride + 1, (wd - 1) * stride + 1))
    up[:, :, ::stride, ::stride] = x
    e = k - 1 - pad
    up = np.pad(up, ((0, 0), (0, 0), (e, e), (e, e)))
    oh, ow = up.shape[2] - k + 1, up.shape[3] - k + 1
    y = np.zeros((n, w.shape[1], oh, ow))
    for a in range(k):
        for b in range(k):
            y += np.einsum('nchw,co->nohw', up[:, :, a:a + oh, b:b + ow], w[:, :, k - 1 - a, k - 1 - b])
    return y

rng = np.random.default_rng(10)
x = rng.normal(size=(2, 3, 4, 5))
w = rng.normal(size=(3, 2, 4, 4))
print(conv_transpose(x, w, 2, 1).shape)
