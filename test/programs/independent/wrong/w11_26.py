import numpy as np

def conv1d(x, weight, bias, padding=0, stride=1):
    """
    1-D convolution layer like torch.nn.functional.conv1d (cross-correlation).
    x: (batch, in_channels, length), weight: (out_channels, in_channels, k), bias: (out_channels,)
    """
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    B, Cin, L = xp.shape
    Cout, _, k = weight.shape
    Lout = (L - k) // stride + 1
    out = np.empty((B, Cout, Lout))
    for b in range(B):
        for o in range(Cout):
            acc = np.full(L - k + 1, bias[o], dtype=float)
            for c in range(Cin):
                acc += np.convolve(xp[b, c], weight[o, c], mode='valid')
            out[b, o] = acc[::stride]
    return out

rng = np.random.RandomState(26)
signal = rng.randn(2, 3, 12)
print(conv1d(signal, rng.randn(4, 3, 5), rng.randn(4), padding=2, stride=2))
