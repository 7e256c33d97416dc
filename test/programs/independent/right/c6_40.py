import numpy as np

def box_mean(x, k, stride=1):
    """average pooling through a summed-area table"""
    H, W = x.shape
    table = np.zeros((H + 1, W + 1))
    table[1:, 1:] = x.cumsum(axis=0).cumsum(axis=1)
    sums = table[k:, k:] - table[:-k, k:] - table[k:, :-k] + table[:-k, :-k]
    return sums[::stride, ::stride] / k ** 2

def avg_pool_exclude_pad(x, k, stride, pad):
    """count_include_pad=False: divides by the number of real cells only"""
    H, W = x.shape
    oh, ow = (H + 2 * pad - k) // stride + 1, (W + 2 * pad - k) // stride + 1
    y = np.empty((oh, ow))
    for i in range(oh):
        for j in range(ow):
            r0, c0 = i * stride - pad, j * stride - pad
            y[i, j] = x[max(r0, 0):r0 + k, max(c0, 0):c0 + k].mean()
    return y

a = np.arange(30.).reshape(5, 6)
print(box_mean(a, 2, 2))
print(box_mean(a, 3))
print(avg_pool_exclude_pad(a, 3, 2, 1))
