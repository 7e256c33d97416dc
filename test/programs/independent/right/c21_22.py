import numpy as np


def forward(x, k, s):
    h, w = x.shape
    oh, ow = (h - k) // s + 1, (w - k) // s + 1
    flat_index = np.arange(h * w).reshape(h, w)
    y = np.zeros(oh * ow)
    chosen = np.zeros(oh * ow, dtype=np.intp)
    for t in range(oh * ow):
        i, j = divmod(t, ow)
        window = x[i * s:i * s + k, j * s:j * s + k].ravel()
        best = window.argmax()
        y[t] = window[best]
        chosen[t] = flat_index[i * s:i * s + k, j * s:j * s + k].ravel()[best]
    return y.reshape(oh, ow), chosen


def backward(dy, chosen, shape):
    # bincount adds the gradients of windows that share a maximum
    return np.bincount(chosen, weights=dy.ravel(), minlength=shape[0] * shape[1]).reshape(shape)


np.random.seed(18)
x = np.random.randn(5, 6)
y, chosen = forward(x, 3, 1)
print(y)
print(backward(np.ones_like(y), chosen, x.shape))
