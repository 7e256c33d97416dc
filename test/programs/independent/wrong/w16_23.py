import numpy as np

def maxpool_with_positions(x, k, stride):
    """Returns pooled values and the (row, col) of each maximum in x. x is 2-D."""
    H, W = x.shape
    oh, ow = (H - k) // stride + 1, (W - k) // stride + 1
    values = np.zeros((oh, ow))
    positions = np.zeros((oh, ow, 2), dtype=int)
    for i in range(oh):
        for j in range(ow):
            best = -np.inf
            for r in range(i * stride, i * stride + k):
                for c in range(j * stride, j * stride + k):
                    if x[r, c] > best:
                        best = x[r, c]
                    positions[i, j] = (r, c)
            values[i, j] = best
    return values, positions

def maxpool_backward(dvalues, positions, shape):
    dx = np.zeros(shape)
    for i in range(dvalues.shape[0]):
        for j in range(dvalues.shape[1]):
            r, c = positions[i, j]
            dx[r, c] += dvalues[i, j]
    return dx

x = np.array([[4., 1., 0., 3., 2.], [2., 9., 7., 1., 5.], [8., 3., 6., 2., 1.], [0., 5., 1., 9., 4.]])
v, pos = maxpool_with_positions(x, 2, 1)
print(v)
print(maxpool_backward(np.ones_like(v), pos, x.shape))
