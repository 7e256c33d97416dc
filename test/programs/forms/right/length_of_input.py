import numpy as np


def avg_pool1d(signal, size, step):
    """signal: (channels, length)"""
    channels, length = signal.shape
    count = (length - size) // step + 1
    pooled = np.zeros((channels, count))
    for k in range(count):
        pooled[:, k] = signal[:, k * step:k * step + size].mean(axis=1)
    return pooled


def avg_pool1d_grad(grad, length, size, step):
    channels, count = grad.shape
    back = np.zeros((channels, length))
    for k in range(count):
        back[:, k * step:k * step + size] += grad[:, k:k + 1] / size
    return back
