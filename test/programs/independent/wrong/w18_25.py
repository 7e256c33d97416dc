import numpy as np

def dilated(x, w, d):
    k = w.shape[-1]
    reach = d * k
    oh, ow = x.shape[1] - reach + 1, x.shape[2] - reach + 1
    y = np.zeros((w.shape[0], oh, ow))
    for i in range(oh):
        for j in range(ow):
            taps = x[:, i:i + reach:d, j:j + reach:d]
            y[:, i, j] = (w * taps).sum(axis=(1, 2, 3))
    return y

rng = np.random.default_rng(13)
x, w = rng.normal(size=(2, 9, 8)), rng.normal(size=(3, 2, 3, 3))
y = dilated(x, w, 2)
print(y.shape)
