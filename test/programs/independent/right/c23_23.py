import numpy as np

def indices(C, H, W, k, s, p):
    oh, ow = (H + 2 * p - k) // s + 1, (W + 2 * p - k) // s + 1
    c, u, v = np.meshgrid(np.arange(C), np.arange(k), np.arange(k), indexing='ij')
    i, j = np.meshgrid(np.arange(oh) * s, np.arange(ow) * s, indexing='ij')
    rows = u.reshape(-1, 1) + i.reshape(1, -1)
    cols = v.reshape(-1, 1) + j.reshape(1, -1)
    return c.reshape(-1, 1), rows, cols, oh, ow

def conv_forward_im2col(x, w, b, conv_param):
    s, p = conv_param['stride'], conv_param['pad']
    N, C, H, W = x.shape
    F, k = w.shape[0], w.shape[-1]
    ch, rows, cols, oh, ow = indices(C, H, W, k, s, p)
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode='constant')
    X = xp[:, ch, rows, cols]
    out = np.matmul(w.reshape(F, -1), X) + b.reshape(1, F, 1)
    return out.reshape(N, F, oh, ow), (x.shape, X, w, conv_param)

def conv_backward_im2col(dout, cache):
    (N, C, H, W), X, w, conv_param = cache
    s, p = conv_param['stride'], conv_param['pad']
    F, k = w.shape[0], w.shape[-1]
    D = dout.reshape(N, F, -1)
    dw = np.matmul(D, X.transpose(0, 2, 1)).sum(axis=0).reshape(w.shape)
    dX = np.matmul(w.reshape(F, -1).T, D)
    ch, rows, cols, _, _ = indices(C, H, W, k, s, p)
    dxp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    np.add.at(dxp, (slice(None), ch, rows, cols), dX)
    return dxp[:, :, p:H + p, p:W + p], dw, D.sum(axis=(0, 2))

np.random.seed(231)
x, w, b = np.random.randn(2, 3, 6, 5), np.random.randn(4, 3, 3, 3), np.random.randn(4)
out, cache = conv_forward_im2col(x, w, b, {'stride': 1, 'pad': 1})
print([g.shape for g in conv_backward_im2col(np.ones_like(out), cache)])
