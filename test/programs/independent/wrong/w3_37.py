import numpy as np

def depthwise_conv(x, k, stride=1):
    """x (H, W, C), k (kh, kw, C): one filter a channel"""
    kh, kw, C = k.shape
    oh = (x.shape[0] - kh) // stride + 1
    ow = (x.shape[1] - kw) // stride + 1
    out = np.zeros((oh, ow, C))
    for r in range(oh):
        for q in range(ow):
            win = x[r*stride:r*stride+kh, q*stride:q*stride+kw, :]
            out[r, q, :] = np.sum(win * k)
    return out

np.random.seed(2)
print(depthwise_conv(np.random.rand(4, 5, 3), np.random.rand(2, 2, 3))[0])
