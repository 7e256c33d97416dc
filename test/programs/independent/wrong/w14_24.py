import numpy as np


def winograd_f23(d, g):
    """Two outputs of a 3-tap correlation with four multiplications."""
    m1 = (d[0] - d[2]) * g[0]
    m2 = (d[1] + d[2]) * (g[0] + g[1] + g[2]) / 2
    m3 = (d[2] - d[1]) * (g[0] - g[1] + g[2]) / 2
    m4 = (d[1] - d[3]) * g[2]
    return m1 + m2 + m3, m2 - m3 + m4


def conv1d(signal, taps, bias=0.0):
    """1-D convolution layer (no flip), stride 1, 3 taps, no padding."""
    assert len(taps) == 3
    n = len(signal) - 2
    out = np.zeros(n + n % 2)
    ext = np.concatenate([signal, np.zeros(n % 2)])
    for t in range(0, len(out), 2):
        out[t], out[t + 1] = winograd_f23(ext[t:t + 4], taps)
    return out[:n] + bias


signal = np.array([1.0, 4.0, -2.0, 0.5, 3.0, 7.0, -1.0])
taps = np.array([0.5, -1.0, 2.0])
print(conv1d(signal, taps))
print(conv1d(signal[:-1], taps, bias=1.0))
