import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    P, S = conv_param['pad'], conv_param['stride']
    x_padded = np.pad(x, [(0, 0), (0, 0), (P, P), (P, P)], mode='constant', constant_values=0)
    assert (W + 2 * P - WW) % S == 0, 'width does not work'
    H_out = 1 + (H + P - HH) // S
    W_out = 1 + (W + 2 * P - WW) // S
    out = np.zeros((N, F, H_out, W_out))
    for y in range(H_out):
        for xx in range(W_out):
            patch = x_padded[:, :, y * S:y * S + HH, xx * S:xx * S + WW]
            for k in range(F):
                out[:, k, y, xx] = (patch * w[k]).sum(axis=(1, 2, 3)) + b[k]
    cache = (x, w, b, conv_param)
    return out, cache

x = np.linspace(-0.1, 0.5, num=2*3*4*4).reshape(2, 3, 4, 4)
w = np.linspace(-0.2, 0.3, num=3*3*4*4).reshape(3, 3, 4, 4)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
print('out', out.shape)
print(out)
