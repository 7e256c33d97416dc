import numpy as np

def true_convolution(x, h):
    """Mathematical 2-D convolution (kernel is turned by 180 degrees), valid part."""
    kh, kw = h.shape
    out = np.empty((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for m in range(out.shape[0]):
        for n in range(out.shape[1]):
            acc = 0
            for p in range(kh):
                for q in range(kw):
                    acc += h[-1 - p, -1 - q] * x[m + p, n + q]
            out[m, n] = acc
    return out

x = np.array([[1.0, 2, 3, 0], [4, 5, 6, 1], [7, 8, 9, 2]])
h = np.array([[1.0, 0], [2, -1]])
print(true_convolution(x, h))
