import numpy as np


def correlate_rows(a, v):
    n = a.shape[1] - len(v) + 1
    return sum(v[k] * a[:, k:k + n] for k in range(len(v)))


def correlate_cols(a, v):
    return correlate_rows(a.T, v).T


def separable(img, column, row):
    """Correlation with the kernel np.outer(column, row)."""
    return correlate_cols(correlate_rows(img, row), column)


img = np.random.RandomState(0).rand(7, 8)
print(separable(img, np.array([1.0, 2.0, 1.0]), np.array([-1.0, 0.0, 1.0])))
