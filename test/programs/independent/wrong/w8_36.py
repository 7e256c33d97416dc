import numpy as np

def get_im2col_indices(x_shape, field_height, field_width, padding=1, stride=1):
    N, C, H, W = x_shape
    out_height = (H + 2 * padding - field_height) // stride + 1
    out_width = (W + 2 * padding - field_width) // stride + 1
    i0 = np.tile(np.repeat(np.arange(field_height), field_width), C)
    i1 = stride * np.repeat(np.arange(out_height), out_width)
    j0 = np.tile(np.arange(field_width), field_height * C)
    j1 = stride * np.tile(np.arange(out_width), out_height)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), field_height * field_width).reshape(-1, 1)
    return k, i, j

def col2im_indices(cols, x_shape, field_height=3, field_width=3, padding=1, stride=1):
    N, C, H, W = x_shape
    x_padded = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=cols.dtype)
    k, i, j = get_im2col_indices(x_shape, field_height, field_width, padding, stride)
    cols_reshaped = cols.reshape(C * field_height * field_width, -1, N).transpose(2, 0, 1)
    x_padded[:, k, i, j] += cols_reshaped
    return x_padded[:, :, padding:padding + H, padding:padding + W]

def conv_backward_fast(dout, x, w, conv_param):
    stride, pad = conv_param['stride'], conv_param['pad']
    F, _, HH, WW = w.shape
    k, i, j = get_im2col_indices(x.shape, HH, WW, pad, stride)
    x_cols = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))[:, k, i, j]
    x_cols = x_cols.transpose(1, 2, 0).reshape(w[0].size, -1)
    dout_r = dout.transpose(1, 2, 3, 0).reshape(F, -1)
    dw = dout_r.dot(x_cols.T).reshape(w.shape)
    dx_cols = w.reshape(F, -1).T.dot(dout_r)
    dx = col2im_indices(dx_cols, x.shape, HH, WW, pad, stride)
    db = dout.sum(axis=(0, 2, 3))
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(4, 3, 3, 3)
dout = np.random.randn(2, 4, 5, 5)
dx, dw, db = conv_backward_fast(dout, x, w, {'stride': 1, 'pad': 1})
print('dx', dx.mean(), 'dw', dw.mean(), 'db', db.mean())
