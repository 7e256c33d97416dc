import numpy as np

def im2col(x, k, s):
    n, c, h, w = x.shape
    oh, ow = (h - k) // s + 1, (w - k) // s + 1
    cols = np.zeros((n, oh * ow, c * k * k))
    for i in range(oh):
        for j in range(ow):
            cols[:, i * ow + j] = x[:, :, i * s:i * s + k, j * s:j * s + k].reshape(n, -1)
    return cols

def conv_fwd(x, K, b, s):
    f, c, k, _ = K.shape
    cols = im2col(x, k, s)
    n, c, h, w = x.shape
    out = cols @ K.reshape(f, -1).T + b
    return out.transpose(0, 2, 1).reshape(n, f, (h - k) // s + 1, (w - k) // s + 1), cols

def conv_bwd(dout, cols, K, x_shape, s):
    n, f, oh, ow = dout.shape
    c, k = K.shape[1], K.shape[2]
    d = dout.reshape(n, f, -1).transpose(0, 2, 1)
    dK = np.einsum('nlf,nlp->fp', d, cols).reshape(K.shape)
    db = d.sum(axis=(0, 1))
    dcols = d @ K.reshape(f, -1)
    dx = np.zeros(x_shape)
    for i in range(oh):
        for j in range(ow):
            dx[:, :, i * s:i * s + k, j * s:j * s + k] += dcols[:, i * ow + j].reshape(n, c, k, k)
    return dx, dK, db
