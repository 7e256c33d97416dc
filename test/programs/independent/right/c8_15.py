import numpy as np

def average_pool(x, k, s=None):
    s = k if s is None else s
    S = np.zeros(np.add(x.shape, 1))
    S[1:, 1:] = np.cumsum(np.cumsum(x, 0), 1)
    top = np.arange(0, x.shape[0] - k + 1, s)
    left = np.arange(0, x.shape[1] - k + 1, s)
    t, l = top[:, None], left[None, :]
    return (S[t + k, l + k] + S[t, l] - S[t, l + k] - S[t + k, l]) / k ** 2

x = np.random.default_rng(15).integers(-9, 9, (7, 8))
print(average_pool(x, 2))
print(average_pool(x, 3, 2))
print(average_pool(x, 3, 1))
