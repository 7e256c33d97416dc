import numpy as np

def depthwise_separable(x, dw, pw):
    """Depthwise step (one kh x kw kernel per channel) followed by a 1x1 convolution.

    x  : H x W x C
    dw : kh x kw x C
    pw : C x F
    """
    H, W, C = x.shape
    kh, kw, _ = dw.shape
    mid = np.zeros((H - kh + 1, W - kw + 1, C))
    for c in range(C):
        plane = x[:, :, c]
        kernel = dw[:, :, 0]
        for i in range(kh):
            for j in range(kw):
                mid[:, :, c] += kernel[j, i] * plane[i:i + mid.shape[0], j:j + mid.shape[1]]
    return mid @ pw

rs = np.random.RandomState(2)
y = depthwise_separable(rs.rand(6, 5, 3), rs.rand(3, 3, 3), rs.rand(3, 4))
print(y.shape, y.sum())
