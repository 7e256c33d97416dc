import numpy as np


def maxpool_gradient(x, dout, k, s):
    """The first maximum of a window (row by row) receives its gradient."""
    grad = np.zeros_like(x)
    N, C, OH, OW = dout.shape
    todo = N * C * OH * OW
    while todo:
        todo -= 1
        n, c, i, j = np.unravel_index(todo, dout.shape)
        bi, bj = i * s + k - 1, j * s + k - 1
        # walk backwards; >= lets the earliest of equal values win
        for q in range(k * k - 2, -1, -1):
            ri, rj = i * s + q // k, j * s + q % k
            if x[n, c, ri, rj] >= x[n, c, bi, bj]:
                bi, bj = ri, rj
        grad[n, c, bi, bj] += dout[n, c, i, j]
    return grad


x = np.array([[[[1, 1, 0, 5], [0, 1, 5, 5], [2, 2, 2, 2], [3, 0, 4, 4]]]], dtype=float)
print(maxpool_gradient(x, np.ones((1, 1, 2, 2)), 2, 2))
print(maxpool_gradient(x, np.ones((1, 1, 3, 3)), 2, 1))
