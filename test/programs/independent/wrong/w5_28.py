import numpy as np

def fast_conv(x, w, stride=1):
    kh, kw = w.shape[-2:]
    v = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(2, 3))
    v = v[:, :, ::stride, ::stride]
    return np.einsum('nchwij,fdij->nfhw', v, w)

rng = np.random.default_rng(1)
x = rng.standard_normal((2, 3, 5, 5))
w = rng.standard_normal((4, 3, 2, 2))
out = fast_conv(x, w)
print(out.shape)
print(out[0, 0])
