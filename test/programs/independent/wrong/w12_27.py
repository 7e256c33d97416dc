import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    x_pad = np.pad(x, ((0,), (0,), (pad,), (pad,)), 'constant')
    H_out = 1 + (H + 2 * pad - HH) // stride
    W_out = 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, H_out, W_out))
    for i in range(N):
        for f in range(F):
            for j in range(H_out):
                for k in range(W_out):
                    acc = 0.0
                    for k in range(C):
                        patch = x_pad[i, k, j*stride:j*stride+HH, k*stride:k*stride+WW]
                        acc += np.sum(patch * w[f, k])
                    out[i, f, j, k] = acc + b[f]
    cache = (x, w, b, conv_param)
    return out, cache

x = np.linspace(-0.1, 0.5, num=2*2*4*4).reshape(2, 2, 4, 4)
w = np.linspace(-0.2, 0.3, num=3*2*4*4).reshape(3, 2, 4, 4)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print(out)
