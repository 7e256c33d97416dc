import numpy as np


def dilated_conv1d(signal, kernel, dilation=1):
    """signal: (L,), kernel: (K,)"""
    span = dilation * len(kernel) - 1
    out = np.zeros(len(signal) - span + 1)
    for t in range(len(out)):
        out[t] = np.dot(signal[t : t + span : dilation], kernel)
    return out


print(dilated_conv1d(np.arange(10.0) ** 2, np.array([0.5, -1.0, 0.25]), dilation=2))
