import numpy as np


def maxpool1d(x, k, s):
    """Returns the maxima and where they are."""
    n = (len(x) - k) // s + 1
    out, where = [], []
    for i in range(n):
        part = x[i * s:i * s + k]
        p = max(range(k), key=lambda t: part[t])
        out.append(part[p])
        where.append(i * s + p)
    return out, where


x = [3.0, 1.0, 4.0, 1.5, 9.0, 2.0, 6.0]
out, where = maxpool1d(x, 3, 2)
print(out, where)
