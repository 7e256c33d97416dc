import numpy as np

def depthwise_conv(x, dw):
    # x: (H, W, C), dw: (kh, kw, C)
    kh, kw, C = dw.shape
    H, W, _ = x.shape
    out = np.zeros((H - kh + 1, W - kw + 1, C))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(x[i:i + kh, j:j + kw] * dw, axis=(0, 1))
    return out

def pointwise_conv(x, pw):
    # pw: (C, F)
    return x @ pw

def separable_conv(x, dw, pw):
    return pointwise_conv(depthwise_conv(x, dw), pw)

np.random.seed(1)
x = np.random.randn(7, 6, 3)
dw = np.random.randn(3, 3, 3)
pw = np.random.randn(3, 5)
print(separable_conv(x, dw, pw).shape)
print(depthwise_conv(x, dw)[0, 0])
