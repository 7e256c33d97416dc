import numpy as np

def conv_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)))
    H_out = int(1 + (H + 2 * pad - HH) / stride)
    W_out = int(1 + (W + 2 * pad - WW) / stride)
    out = np.ones((N, F, H_out, W_out)) * b.reshape(1, F, 1, 1)
    out = out.copy()
    for c in range(C):
        for p in range(-HH, 0):
            for q in range(-WW, 0):
                # negative kernel indices: p = -HH is the first row
                r0, c0 = p + HH, q + WW
                block = x_pad[:, c, r0:r0 + (H_out - 1) * stride + 1:stride, c0:c0 + (W_out - 1) * stride + 1:stride]
                out += block[:, None] * w[:, c, p, q][None, :, None, None]
    return out, (x, w, b, conv_param)

x = np.linspace(-0.1, 0.5, num=2 * 3 * 4 * 4).reshape(2, 3, 4, 4)
w = np.linspace(-0.2, 0.3, num=3 * 3 * 4 * 4).reshape(3, 3, 4, 4)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_naive(x, w, b, {"stride": 2, "pad": 1})
print(out)
