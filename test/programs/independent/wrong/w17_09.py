import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), 'constant')
    H_out = 1 + (H + 2 * pad - HH) // stride
    W_out = 1 + (W + 2 * pad - WW) // stride
    out = np.zeros((N, F, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            win = x_pad[:, :, i * stride:i * stride + HH, j * stride:j * stride + WW]
            out[:, :, i, j] = np.einsum('nchw,fchw->nf', win, w) + b
    return out, (x, w, b, conv_param)


def conv_backward_input(dout, cache):
    """Gradient w.r.t. x: a full correlation of the (dilated) dout with the rotated filters."""
    x, w, b, conv_param = cache
    stride, pad = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    _, _, Ho, Wo = dout.shape

    # put the entries of dout onto a grid of the padded input, plus a border
    big = np.zeros((N, F, H + 2 * pad + HH - 1, W + 2 * pad + WW - 1))
    big[:, :, HH - 1:HH - 1 + (Ho - 1) * stride + 1:stride,
              WW - 1:WW - 1 + (Wo - 1) * stride + 1:stride] = dout

    w_rot = np.flip(w)
    dx_pad = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    for i in range(H + 2 * pad):
        for j in range(W + 2 * pad):
            dx_pad[:, :, i, j] = np.einsum('nfhw,fchw->nc', big[:, :, i:i + HH, j:j + WW], w_rot)
    return dx_pad[:, :, pad:pad + H, pad:pad + W]


np.random.seed(231)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(4, 3, 3, 3)
b = np.random.randn(4)
out, cache = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 1})
dout = np.random.randn(*out.shape)
print(conv_backward_input(dout, cache)[0, 0])
