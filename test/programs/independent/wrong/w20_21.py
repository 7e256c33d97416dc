import numpy as np

def causal_conv1d(signal, kernel, bias, dilation=1):
    """Causal 1-D convolution as in WaveNet: output[t] only depends on signal[<= t].

    signal: (batch, channels, time); kernel: (filters, channels, taps).
    The last tap sees the current sample.
    """
    batch, channels, time = signal.shape
    filters, _, taps = kernel.shape
    history = (taps - 1) * dilation
    padded = np.concatenate([signal, np.zeros((batch, channels, history))], axis=2)
    out = np.zeros((batch, filters, time)) + bias[:, None]
    for k in range(taps):
        shifted = padded[:, :, k * dilation:k * dilation + time]
        out += np.einsum('bct,fc->bft', shifted, kernel[:, :, k])
    return out

rng = np.random.default_rng(0)
sig = rng.normal(size=(1, 2, 8))
ker = rng.normal(size=(3, 2, 2))
print(np.round(causal_conv1d(sig, ker, np.zeros(3), dilation=2), 3))
