import numpy as np

def out_size(n, k, stride, pad):
    return (n + 2 * pad - k) // stride + 1

def pad_hw(x, pad):
    if pad == 0:
        return x
    return np.pad(x, ((0, 0), (pad, pad), (pad, pad)))

def conv3d_volume(x, kernels, bias, stride=1, pad=0):
    """
    x: (C, H, W) volume, kernels: (K, C, kh, kw), bias: (K,)
    """
    K, C, kh, kw = kernels.shape
    _, H, W = x.shape
    oh = out_size(H, kh, pad, stride)
    ow = out_size(W, kw, pad, stride)
    xp = pad_hw(x, pad)
    y = np.zeros((K, oh, ow))
    for k in range(K):
        for i in range(oh):
            for j in range(ow):
                top, left = i * stride, j * stride
                y[k, i, j] = np.sum(xp[:, top:top + kh, left:left + kw] * kernels[k]) + bias[k]
    return y

np.random.seed(2)
x = np.random.randn(3, 8, 8)
kernels = np.random.randn(4, 3, 3, 3)
bias = np.random.randn(4)
print(conv3d_volume(x, kernels, bias, stride=1, pad=1).shape)
print(conv3d_volume(x, kernels, bias, stride=2, pad=2).shape)
