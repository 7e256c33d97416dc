import numpy as np

def unroll(a, f, stride):
    m, H, W, C = a.shape
    oh = (H - f) // stride + 1
    ow = (W - f) // stride + 1
    rows = []
    for i in range(m):
        for y in range(oh):
            for t in range(ow):
                rows.append(a[i, y * stride:y * stride + f, t * stride:t * stride + f, :].ravel())
    return np.stack(rows), oh, ow

def conv_layer(A_prev, W, b, stride, pad):
    f = W.shape[0]
    filters = W.shape[-1]
    A_pad = np.pad(A_prev, ((0,), (pad,), (pad,), (0,)), mode='constant')
    columns, oh, ow = unroll(A_pad, f, stride)
    flat = W.reshape(-1, filters)
    Z = columns @ flat + b.reshape(1, -1)
    return Z.reshape(A_prev.shape[0], oh, ow, filters)

A = np.random.RandomState(0).normal(size=(3, 5, 6, 2))
W = np.random.RandomState(1).normal(size=(2, 2, 2, 4))
b = np.random.RandomState(2).normal(size=(1, 1, 1, 4))
Z = conv_layer(A, W, b, 2, 1)
