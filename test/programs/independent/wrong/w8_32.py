import numpy as np

def out_size(n, k, pad, stride):
    return (n + 2 * pad - k) // stride + 1

def get_patch(x, r, c, kh, kw):
    return x[:, r:r + kh, c:c + kw]

def dot_patch(patch, filt, bias):
    return float((patch * filt).sum() + bias)

def convolution(x, filters, biases, pad=0, stride=1):
    """x: C x H x W, filters: K x C x kh x kw"""
    K, _, kh, kw = filters.shape
    _, H, W = x.shape
    oh = out_size(H, kh, stride, pad)
    ow = out_size(W, kw, pad, stride)
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad)))
    y = np.zeros((K, oh, ow))
    for k in range(K):
        for i in range(oh):
            for j in range(ow):
                y[k, i, j] = dot_patch(get_patch(xp, i * stride, j * stride, kh, kw), filters[k], biases[k])
    return y

np.random.seed(21)
x = np.random.randn(2, 6, 6)
f = np.random.randn(3, 2, 3, 3)
y1 = convolution(x, f, np.zeros(3), pad=1, stride=1)
print(y1.shape)
y2 = convolution(x, f, np.array([0.1, 0.2, 0.3]), pad=1, stride=2)
print(y2.shape)
print(y2)
