import numpy as np

def windows(batch, size, stride):
    for y in range((batch.shape[1] - size) // stride + 1):
        for x in range((batch.shape[2] - size) // stride + 1):
            yield y, x, batch[:, y * stride:y * stride + size, x * stride:x * stride + size, :]

def conv_forward(A_prev, W, b, hparameters):
    pad, stride = hparameters['pad'], hparameters['stride']
    size, n_C = W.shape[0], W.shape[3]
    m, h, w, _ = A_prev.shape
    Z = np.zeros((m, (h + 2 * pad - size) // stride + 1, (w + 2 * pad - size) // stride + 1, n_C))
    padded = np.pad(A_prev, ((0, 0), (pad, pad), (pad, pad), (0, 0)), mode='constant', constant_values=0)
    for y, x, window in windows(padded, size, stride):
        Z[:, y, x, :] = np.tensordot(window, W, axes=([1, 2, 3], [0, 1, 2])) + b[0, 0, 0, :]
    return Z, (A_prev, W, b, hparameters)

def pool_forward(A_prev, hparameters, mode='max'):
    f, stride = hparameters['f'], hparameters['stride']
    m, h, w, n_C = A_prev.shape
    A = np.zeros((m, (h - f) // stride + 1, (w - f) // stride + 1, n_C))
    for y, x, window in windows(A_prev, f, stride):
        A[:, y, x, :] = window.max(axis=(1, 2)) if mode == 'max' else window.mean(axis=(1, 2))
    return A, (A_prev, hparameters)

rng = np.random.RandomState(1)
Z, cache = conv_forward(rng.randn(2, 5, 7, 4), rng.randn(3, 3, 4, 8), rng.randn(1, 1, 1, 8), {'pad': 1, 'stride': 2})
A, cache = pool_forward(rng.randn(2, 5, 5, 3), {'stride': 1, 'f': 3})
