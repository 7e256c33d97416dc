import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    N, C, H, W = x.shape
    F, _, HH, WW = w.shape
    stride, pad = conv_param['stride'], conv_param['pad']
    H_out = 1 + (H + 2 * pad - HH) // stride
    W_out = 1 + (W + 2 * pad - WW) // stride
    x_pad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode='constant')
    out = np.zeros((N, F, H_out, W_out))
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    window = x_pad[n, :, i*stride:i*stride+HH, j*stride:j*stride+WW]
                    out[n, f, i, j] = np.sum(window * w[f]) + b[f]
    cache = (x, w, b, conv_param)
    return out, cache

def conv_backward_naive(dout, cache):
    """
    A naive implementation of the backward pass for a convolutional layer.

    Inputs:
    - dout: Upstream derivatives.
    - cache: A tuple of (x, w, b, conv_param) as in conv_forward_naive

    Returns a tuple of:
    - dx: Gradient with respect to x
    - dw: Gradient with respect to w
    - db: Gradient with respect to b
    """
    x, w, b, conv_param = cache
    pad = conv_param['pad']
    stride = conv_param['stride']
    N, F, Hp, Wp = dout.shape
    _, C, H, W = x.shape
    _, _, HH, WW = w.shape
    xp = np.pad(x, ((0,), (0,), (pad,), (pad,)), 'constant')
    dw = np.zeros_like(w)
    for f in range(F):
        for c in range(C):
            for i in range(HH):
                for j in range(WW):
                    for k in range(Hp):
                        for l in range(Wp):
                            dw[f, c, i, j] += np.sum(xp[:, c, stride*k+i, stride*l+j] * dout[:, f, k, l])

    db = np.array([dout[:, f].sum() for f in range(F)])

    # dx: go through every input pixel and collect the outputs it has been used for
    dx = np.zeros_like(x)
    for i in range(H):
        for j in range(W):
            for k in range(Hp):
                for l in range(Wp):
                    u = i + pad - k * stride
                    v = j + pad - l * stride
                    if 0 <= u < HH and 0 <= v < WW:
                        dx[:, :, i, j] += dout[:, :, k, l].dot(w[:, :, u, v])
    return dx, dw, db

np.random.seed(231)
x = np.random.randn(2, 3, 5, 5)
w = np.random.randn(2, 3, 3, 3)
b = np.random.randn(2,)
out, cache = conv_forward_naive(x, w, b, {'stride': 1, 'pad': 1})
dx, dw, db = conv_backward_naive(np.random.randn(2, 2, 5, 5), cache)
print(dx.shape, dw.shape, db.shape)
