import numpy as np

def conv_t(x, w, stride=2, pad=1):
    """Transposed convolution, one channel."""
    h, b = x.shape
    k = w.shape[0]
    y = np.zeros(((h - 1) * stride + k, (b - 1) * stride + k))
    for i in range(h):
        for j in range(b):
            y[i * stride:i * stride + k, j * stride:j * stride + k] = x[i, j] * w.T
    return y[pad:y.shape[0] - pad, pad:y.shape[1] - pad]

r = np.random.default_rng(26)
x, w = r.normal(size=(3, 4)), r.normal(size=(3, 3))
y = conv_t(x, w)
print(y)
