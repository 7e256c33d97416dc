import numpy as np

def conv1d_causal(x, w, dilation=1):
    """left padding only; x (L,), w (k,), w[-1] meets the present sample"""
    y = np.zeros(len(x))
    for d in range(len(w)):
        lag = dilation * d
        y[lag:] += w[-1 - d] * x[:len(x) - lag]
    return y

print(conv1d_causal(np.arange(8.0), np.array([1.0, -2.0, 0.5]), 2))
