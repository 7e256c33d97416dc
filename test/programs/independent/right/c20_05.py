import numpy as np


def box_sum(a, k, s):
    """Window sums by a summed-area table."""
    t = np.pad(a, ((0, 0),) * (a.ndim - 2) + ((1, 0), (1, 0))).cumsum(-1).cumsum(-2)
    t = t[..., k:, :] - t[..., :-k, :]
    t = t[..., k:] - t[..., :-k]
    return t[..., ::s, ::s]


def mean_pool(x, k, s=None, p=0):
    s = s or k
    border = ((0, 0), (0, 0), (p, p), (p, p))
    total = box_sum(np.pad(x, border), k, s)
    # padding cells are not counted
    count = box_sum(np.pad(np.ones(x.shape), border), k, s)
    return total / count


data = np.random.RandomState(8).randn(1, 1, 5, 7)
print(mean_pool(data, 3, 2, 1))
print(mean_pool(data, 2))
