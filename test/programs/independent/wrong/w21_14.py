import numpy as np

def dilated_conv1d(signal, taps, rate=1, bias=0.0):
    """Valid 1-D cross-correlation with dilation `rate`. signal: (L,), taps: (K,)"""
    L, K = len(signal), len(taps)
    span = (K - 1) * rate + 1
    n_out = L - span
    out = []
    for start in range(n_out):
        picked = signal[start:start + span:rate]
        out.append(float(np.dot(picked, taps)) + bias)
    return np.array(out)

sig = np.sin(np.arange(16) * 0.7)
taps = np.array([0.5, -1.0, 0.25])
for rate in (1, 2, 4):
    print(rate, dilated_conv1d(sig, taps, rate, bias=0.1))
