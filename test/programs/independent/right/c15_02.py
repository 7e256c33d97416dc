import numpy as np

def true_conv2d(x, k):
    """mathematical convolution (flipped kernel), valid part only"""
    kh, kw = k.shape
    oh, ow = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    y = np.zeros((oh, ow))
    for i in range(oh):
        for j in range(ow):
            for a in range(kh):
                for b in range(kw):
                    y[i, j] += k[-1 - a, -1 - b] * x[i + a, j + b]
    return y

np.random.seed(0)
print(true_conv2d(np.random.rand(5, 6), np.random.rand(3, 2)))
