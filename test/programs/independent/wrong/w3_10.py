import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    s = conv_param['stride']
    p = conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (p, p), (2 * p, 0)), mode='constant')
    H_o = 1 + (H + 2 * p - HH) // s
    W_o = 1 + (W + 2 * p - WW) // s
    out = np.zeros((N, F, H_o, W_o))
    for n in range(N):
        for f in range(F):
            for i in range(H_o):
                for j in range(W_o):
                    v = x_pad[n, :, i*s:i*s+HH, j*s:j*s+WW]
                    out[n, f, i, j] = (v * w[f]).sum() + b[n]
    cache = (x, w, b, conv_param)
    return out, cache

x_shape = (2, 3, 4, 4)
w_shape = (3, 3, 4, 4)
x = np.linspace(-0.1, 0.5, num=np.prod(x_shape)).reshape(x_shape)
w = np.linspace(-0.2, 0.3, num=np.prod(w_shape)).reshape(w_shape)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print(out)
