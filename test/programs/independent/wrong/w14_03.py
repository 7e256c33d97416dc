import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    """Naive forward pass.

    x: (N, C, H, W), w: (F, C, HH, WW), b: (F,)
    conv_param: 'stride', 'pad'
    Returns (out, cache)
    """
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    H_out = 1 + (H + 2 * pad - HH) // stride
    W_out = 1 + (W + 2 * pad - WW) // stride
    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)), 'constant')
    out = np.zeros((N, F, H_out, W_out))

    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    hs, ws = i * stride, j * stride
                    patch = x_pad[n, :, hs:hs + HH, ws:ws + WW]
                    patch *= w[f]
                    out[n, f, i, j] = patch.sum() + b[f]

    cache = (x, w, b, conv_param)
    return out, cache


x_shape = (2, 3, 4, 4)
w_shape = (3, 3, 4, 4)
x = np.linspace(-0.1, 0.5, num=np.prod(x_shape)).reshape(x_shape)
w = np.linspace(-0.2, 0.3, num=np.prod(w_shape)).reshape(w_shape)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print(out)
