import numpy as np

def causal_conv1d(x, w, dilation=1):
    """Causal (WaveNet) convolution: y[t] depends only on x[t], x[t-d], x[t-2d] ...
    x: (C, T), w: (F, C, K); same length as the input."""
    F, C, K = w.shape
    T = x.shape[1]
    pad = dilation * (K - 1)
    xp = np.pad(x, ((0, 0), (pad // 2, pad - pad // 2)))
    y = np.zeros((F, T))
    for k in range(K):
        y += w[:, :, k] @ xp[:, k * dilation:k * dilation + T]
    return y

rng = np.random.default_rng(2)
x = rng.normal(size=(2, 12))
w = rng.normal(size=(3, 2, 3))
for d in (1, 2, 4):
    print(d, causal_conv1d(x, w, d)[0, :3])
