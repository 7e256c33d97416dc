import numpy as np

def pool_1d(x, k, s, how=max):
    """Pooling of a python list; how is any function of a window."""
    return [how(x[t:t + k]) for t in range(0, len(x) - k + 1, s)]

def mean(window):
    return sum(window) / len(window)

x = [3.0, -1.0, 2.0, 7.0, 7.5, 0.0, -4.0]
print(pool_1d(x, 2, 2))
print(pool_1d(x, 3, 1, how=mean))
