import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride = conv_param['stride']
    P = conv_param['pad']
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    x_pad = np.pad(x, ((0, 0), (P, P), (P, P), (0, 0)), 'constant', constant_values=0)
    Hp = 1 + (H + 2 * P - HH) // stride
    Wp = 1 + (W + 2 * P - WW) // stride
    out = np.zeros((N, F, Hp, Wp))
    for i in range(Hp):
        for j in range(Wp):
            x_slice = x_pad[:, :, i*stride:i*stride+HH, j*stride:j*stride+WW]
            for k in range(F):
                out[:, k, i, j] = np.sum(x_slice * w[k], axis=(1, 2, 3)) + b[k]
    return out, (x, w, b, conv_param)

np.random.seed(0)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(4, 3, 3, 3)
b = np.zeros(4)
out, cache = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 1})
print(out.shape)
