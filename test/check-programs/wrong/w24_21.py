import numpy as np

def get_im2col_indices(x_shape, field_height, field_width, padding=1, stride=1):
    N, C, H, W = x_shape
    out_height = (H + 2 * padding - field_height) // stride + 1
    out_width = (W + 2 * padding - field_width) // stride + 1
    i0 = np.repeat(np.arange(field_height), field_width)
    i0 = np.tile(i0, C)
    i1 = stride * np.repeat(np.arange(out_height), out_width)
    j0 = np.tile(np.arange(field_width), field_height * C)
    j1 = stride * np.tile(np.arange(out_width), out_height)
    i = i0.reshape(-1, 1) + i1.reshape(1, -1)
    j = j0.reshape(-1, 1) + j1.reshape(1, -1)
    k = np.repeat(np.arange(C), field_height * field_width).reshape(-1, 1)
    return k, i, j

def im2col_indices(x, fh, fw, padding=1, stride=1):
    p = padding
    x_padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant')
    k, i, j = get_im2col_indices(x.shape, fh, fw, padding, stride)
    cols = x_padded[:, k, i, j]
    C = x.shape[1]
    return cols.transpose(1, 2, 0).reshape(fh * fw * C, -1)

def col2im_indices(cols, x_shape, fh, fw, padding=1, stride=1):
    N, C, H, W = x_shape
    x_padded = np.zeros((N, C, H + 2 * padding, W + 2 * padding), dtype=cols.dtype)
    k, i, j = get_im2col_indices(x_shape, fh, fw, padding, stride)
    cols_reshaped = cols.reshape(N, C * fh * fw, -1)
    np.add.at(x_padded, (slice(None), k, i, j), cols_reshaped)
    return x_padded[:, :, padding:H + padding, padding:W + padding]

def conv_forward_im2col(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    F, C, fh, fw = w.shape
    N, _, H, W = x.shape
    cols = im2col_indices(x, fh, fw, p, s)
    res = w.reshape(F, -1).dot(cols) + b.reshape(-1, 1)
    out = res.reshape(F, (H + 2 * p - fh) // s + 1, (W + 2 * p - fw) // s + 1, N)
    return out.transpose(3, 0, 1, 2), (x, w, b, conv_param, cols)

def conv_backward_im2col(dout, cache):
    x, w, b, conv_param, cols = cache
    s, p = conv_param['stride'], conv_param['pad']
    F, _, fh, fw = w.shape
    db = np.sum(dout, axis=(0, 2, 3))
    d = dout.transpose(1, 2, 3, 0).reshape(F, -1)
    dw = d.dot(cols.T).reshape(w.shape)
    dcols = w.reshape(F, -1).T.dot(d)
    return col2im_indices(dcols, x.shape, fh, fw, p, s), dw, db

np.random.seed(16)
x = np.random.randn(3, 2, 5, 7)
w = np.random.randn(4, 2, 3, 3)
out, cache = conv_forward_im2col(x, w, np.random.randn(4), {'stride': 2, 'pad': 1})
dx, dw, db = conv_backward_im2col(out, cache)
print(out.shape, dx.shape, dw.shape, db.shape)
