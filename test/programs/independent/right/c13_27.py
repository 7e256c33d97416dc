import numpy as np

def trans_conv(x, w, b, stride=2, pad=1, extra=0):
    """x (N, I, H, W), w (I, O, kh, kw); extra = additional rows/columns at the bottom right"""
    N, I, H, W = x.shape
    O, kh, kw = w.shape[1:]
    oh = stride * (H - 1) + kh - 2 * pad + extra
    ow = stride * (W - 1) + kw - 2 * pad + extra
    y = np.tile(b[None, :, None, None].astype(float), (N, 1, oh, ow))
    for h in range(H):
        for u in range(kh):
            r = h * stride + u - pad
            if not 0 <= r < oh:
                continue
            for q in range(W):
                for v in range(kw):
                    c = q * stride + v - pad
                    if 0 <= c < ow:
                        y[:, :, r, c] += x[:, :, h, q] @ w[:, :, u, v]
    return y

np.random.seed(90)
x = np.random.randn(1, 3, 4, 3)
w = np.random.randn(3, 2, 3, 3)
out = trans_conv(x, w, np.zeros(2), stride=2, pad=1, extra=1)
print(out.shape)
print(out[0, 1])
