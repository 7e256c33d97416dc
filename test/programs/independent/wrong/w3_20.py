import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride = conv_param['stride']
    pad = conv_param['pad']
    (N, C, H, W) = x.shape
    (F, C1, HH, WW) = w.shape
    assert C == C1
    x_pad = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    x_pad[:, :, pad:-pad, pad:-pad] = x
    Hn = (H + 2 * pad - HH) // stride + 1
    Wn = (W + 2 * pad - WW) // stride + 1
    out = np.zeros((N, F, Hn, Wn))
    for n in range(N):
        for f in range(F):
            for y in range(Hn):
                for z in range(Wn):
                    out[n, f, y, z] = b[f] + np.sum(w[f] * x_pad[n, :, y * stride:y * stride + HH, z * stride:z * stride + WW])
    cache = (x, w, b, conv_param)
    return out, cache

x = np.random.RandomState(0).randn(2, 3, 6, 6)
w = np.random.RandomState(1).randn(4, 3, 3, 3)
b = np.zeros(4)
out, _ = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 0})
print(out.shape)
