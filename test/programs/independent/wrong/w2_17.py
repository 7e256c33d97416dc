import numpy as np

def im2col(x, hh, ww, stride, pad):
    N, C, H, W = x.shape
    oh = (H + 2*pad - hh) // stride + 1
    ow = (W + 2*pad - ww) // stride + 1
    xp = np.pad(x, ((0,0),(0,0),(pad,pad),(pad,pad)))
    cols = np.zeros((C*hh*ww, oh*ow*N))
    idx = 0
    for i in range(oh):
        for j in range(ow):
            block = xp[:, :, i*stride:i*stride+hh, j*stride:j*stride+ww].reshape(N, -1)
            cols[:, idx:idx+N] = block.T
            idx += N
    return cols, oh, ow

def conv_forward_im2col(x, w, b, conv_param):
    """
    A fast implementation of the forward pass for a convolutional layer
    based on im2col.
    """
    N = x.shape[0]
    num_filters, _, filter_height, filter_width = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    x_cols, out_height, out_width = im2col(x, filter_height, filter_width, stride, pad)
    res = w.reshape((w.shape[0], -1)).dot(x_cols) + b.reshape(-1, 1)
    out = res.reshape(num_filters, N, out_height, out_width).transpose(1, 0, 2, 3)
    cache = (x, w, b, conv_param, x_cols)
    return out, cache

np.random.seed(231)
x = np.random.randn(3, 3, 6, 6)
w = np.random.randn(5, 3, 3, 3)
b = np.random.randn(5)
out, cache = conv_forward_im2col(x, w, b, {'stride': 1, 'pad': 1})
print(out.shape, out[1, 2])
