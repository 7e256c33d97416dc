import numpy as np


def conv1d(x, w, b):
    """
    The conv1d of the deep learning libraries, done with np.convolve.

    x -- (batch, in_channels, length)
    w -- (out_channels, in_channels, k)
    b -- (out_channels,)
    """
    batch, in_channels, length = x.shape
    out_channels, _, k = w.shape
    y = np.empty((batch, out_channels, length - k + 1))
    for n in range(batch):
        for o in range(out_channels):
            acc = 0.0
            for c in range(in_channels):
                acc = acc + np.convolve(x[n, c], w[o, c], mode="valid")
            y[n, o] = acc
    return y


t = np.linspace(0.0, 1.0, 9)
x = np.stack([np.stack([t, t ** 2]), np.stack([np.cos(t), np.sin(t)])])
w = np.array([[[1.0, 0.0, -1.0], [0.5, 0.25, 0.0]],
              [[0.2, 0.3, 0.5], [1.0, 1.0, -2.0]]])
print(conv1d(x, w, np.array([0.1, -0.1])))
