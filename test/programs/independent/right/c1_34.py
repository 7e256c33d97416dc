import numpy as np

def depthwise(x, k, stride=1, pad=1):
    # x: (H, W, C), k: (kh, kw, C) -> every channel has its own filter, nothing is summed over channels
    kh, kw, C = k.shape
    xp = np.pad(x, ((pad, pad), (pad, pad), (0, 0)))
    H = (xp.shape[0] - kh) // stride + 1
    W = (xp.shape[1] - kw) // stride + 1
    out = np.zeros((H, W, C))
    for i in range(H):
        for j in range(W):
            out[i, j] = np.sum(xp[i * stride:i * stride + kh, j * stride:j * stride + kw] * k, axis=(0, 1))
    return out

def pointwise(x, w):
    return x @ w

img = np.random.RandomState(0).rand(6, 6, 3)
dw = depthwise(img, np.random.RandomState(1).rand(3, 3, 3))
pw = pointwise(dw, np.random.RandomState(2).rand(3, 8))
print(dw.shape, pw.shape)
