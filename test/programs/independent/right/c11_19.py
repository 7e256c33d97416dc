import numpy as np

def dilated_conv2d(img, ker, dilation=2):
    kh, kw = ker.shape
    big = np.zeros((kh + (kh - 1) * (dilation - 1), kw + (kw - 1) * (dilation - 1)))
    big[::dilation, ::dilation] = ker
    bh, bw = big.shape
    H, W = img.shape
    out = np.zeros((H - bh + 1, W - bw + 1))
    for i in range(H - bh, -1, -1):
        for j in range(W - bw, -1, -1):
            out[i, j] = np.sum(big * img[i:i + bh, j:j + bw])
    return out

np.random.seed(8)
print(dilated_conv2d(np.random.randn(8, 9), np.random.randn(3, 2), dilation=3))
