import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    """The padding is one number in total per axis side pair: left/top gets pad // 2,
    right/bottom gets the rest."""
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride = conv_param.get('stride', 1)
    pad = conv_param.get('pad', 0)
    lo, hi = pad // 2, pad - pad // 2
    x_pad = np.zeros((N, C, H + pad, W + pad))
    x_pad[:, :, lo:H + lo, lo:W + lo] = x
    H_out = (H + pad - HH) // stride + 1
    W_out = (W + pad - WW) // stride + 1
    out = np.tile(b.reshape(1, F, 1, 1), (N, 1, H_out, W_out)).astype(float)
    for f in range(F):
        for i in range(H_out):
            for j in range(W_out):
                patch = x_pad[:, :, i * stride:, j * stride:][:, :, :HH, :WW]
                out[:, f, i, j] += (patch * w[f]).sum(axis=(1, 2, 3))
    return out, (x, w, b, conv_param)

x = np.linspace(-0.1, 0.5, num=96).reshape(2, 3, 4, 4)
w = np.linspace(-0.2, 0.3, num=144).reshape(3, 3, 4, 4)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 2})
print(out)
