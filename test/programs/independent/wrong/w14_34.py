import numpy as np

def causal_conv1d(signal, weights, dilation=1):
    """y[t] = sum_k weights[k] * signal[t - (K-1-k)*dilation], zero before the start."""
    signal = np.asarray(signal)
    K = len(weights)
    reach = (K - 1) * dilation
    padded = np.pad(signal, (0, reach))
    y = np.zeros_like(signal)
    for t in range(len(signal)):
        for k in range(K):
            y[t] += weights[k] * padded[t + k * dilation]
    return y

print(causal_conv1d([3, 1, 4, 1, 5, 9, 2, 6], [0.25, 0.5, 0.25]))
print(causal_conv1d([3, 1, 4, 1, 5, 9, 2, 6], [1.5, -0.5], dilation=2))
