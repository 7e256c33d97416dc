import numpy as np

def conv1d_dilated(signal, weights, biases, dilation):
    """signal (C, L); weights (F, C, K); biases (F,). No padding, stride one."""
    C, L = signal.shape
    F, _, K = weights.shape
    L_out = L - (K - 1) * dilation
    out = np.zeros((F, L_out))
    for f in range(F):
        for t in range(L_out):
            acc = 0.0
            for c in range(C):
                for k in range(K):
                    acc += signal[c, t + k] * weights[f, c, k]
            out[f, t] = acc + biases[c]
    return out

rng = np.random.default_rng(36)
sig = rng.normal(size=(2, 12))
wts = rng.normal(size=(3, 2, 3))
bia = np.array([1.0, -2.0, 0.25])
print(conv1d_dilated(sig, wts, bia, 1).shape)
print(conv1d_dilated(sig, wts, bia, 2))
