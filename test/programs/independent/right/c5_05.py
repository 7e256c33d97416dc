import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    """x (N,C,H,W), w (F,C,HH,WW), b (F,)"""
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    H_prime = 1 + (H + 2 * pad - HH) // stride
    W_prime = 1 + (W + 2 * pad - WW) // stride
    x_pad = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    x_pad[:, :, pad:pad + H, pad:pad + W] = x
    w_row = w.reshape(F, -1)
    out = np.zeros((N, F, H_prime, W_prime))
    for n in range(N):
        x_col = np.zeros((C * HH * WW, H_prime * W_prime))
        k = 0
        for i in range(H_prime):
            for j in range(W_prime):
                x_col[:, k] = x_pad[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW].reshape(-1)
                k += 1
        out[n] = (w_row.dot(x_col) + b.reshape(F, 1)).reshape(F, H_prime, W_prime)
    cache = (x, w, b, conv_param)
    return out, cache

x_shape = (2, 3, 4, 4)
w_shape = (3, 3, 4, 4)
x = np.linspace(-0.1, 0.5, num=np.prod(x_shape)).reshape(x_shape)
w = np.linspace(-0.2, 0.3, num=np.prod(w_shape)).reshape(w_shape)
b = np.linspace(-0.1, 0.2, num=3)
out, _ = conv_forward_naive(x, w, b, {'stride': 2, 'pad': 1})
correct_out = np.array([[-0.08759809, -0.10987781], [-0.18387192, -0.2109216]])
print('difference: ', np.abs(out[0, 0] - correct_out).max())
