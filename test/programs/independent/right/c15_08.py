import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    Ho = 1 + (H + 2 * pad - HH) // stride
    Wo = 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, Ho, Wo)) + b[None, :, None, None]
    for f in range(F - 1, -1, -1):
        for j in range(Wo):
            for i in range(Ho):
                win = x_pad[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
                out[:, f, i, j] += (win * w[f]).sum(axis=(1, 2, 3))
    return out, (x, w, b, conv_param)

np.random.seed(231)
x = np.random.randn(2, 3, 5, 4)
w = np.random.randn(4, 3, 3, 3)
out, _ = conv_forward_naive(x, w, np.arange(4.0), {'stride': 2, 'pad': 1})
print(out[1])
