import numpy as np

# Backward of max pooling when several entries are equal: the gradient goes to
# the FIRST maximum only (as PyTorch / cuDNN on the CPU do)
def maxpool_fwd_bwd(x, dy, k, s):
    h, w = x.shape
    oh = (h - k) // s + 1
    ow = (w - k) // s + 1
    y = np.zeros((oh, ow))
    dx = np.zeros((h, w))
    for i in range(oh):
        for j in range(ow):
            best_r, best_c = i * s, j * s
            for r in range(i * s, i * s + k):
                for c in range(j * s, j * s + k):
                    if x[r, c] > x[best_r, best_c]:
                        best_r, best_c = r, c
            y[i, j] = x[best_r, best_c]
            dx[best_r, best_c] += dy[i, j]
    return y, dx

x = np.array([[1., 3., 3., 0.],
              [2., 3., 1., 1.],
              [0., 0., 5., 5.],
              [0., 0., 5., 2.]])
dy = np.array([[1., 2.], [3., 4.]])
y, dx = maxpool_fwd_bwd(x, dy, 2, 2)
print(y)
print(dx)
