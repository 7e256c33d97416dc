import numpy as np


def causal_conv1d(x, w, b, dilation=1):
    """Output at time t depends only on x[..., :t + 1]. x: (N, C, T), w: (F, C, K)."""
    N, C, T = x.shape
    F, _, K = w.shape
    reach = (K - 1) * dilation
    xp = np.pad(x, ((0, 0), (0, 0), (0, reach)))
    taps = np.arange(K) * dilation
    out = np.zeros((N, F, T))
    for t in range(T):
        out[:, :, t] = np.einsum('nck,fck->nf', xp[:, :, t + taps], w)
    return out + b[None, :, None]


wave = np.sin(np.arange(12) / 2.0).reshape(1, 1, 12)
weights = np.array([[[0.25, 0.5, 1.0]]])
print(causal_conv1d(wave, weights, np.array([0.0])))
print(causal_conv1d(wave, weights, np.array([0.0]), dilation=2))
