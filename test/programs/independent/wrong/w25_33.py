import numpy as np

def conv_batch_forward(x, w):
    """x: (N, H, W), w: (k, k), valid, stride one."""
    k = w.shape[0]
    oh, ow = x.shape[1] - k + 1, x.shape[2] - k + 1
    y = np.zeros((x.shape[0], oh, ow))
    for n in range(x.shape[0]):
        for p in range(oh):
            for q in range(ow):
                y[n, p, q] = np.vdot(x[n, p:p + k, q:q + k], w)
    return y

def conv_batch_backward(dy, x, w):
    k = w.shape[0]
    N, oh, ow = dy.shape
    dx = np.zeros(x.shape)
    for n in range(N):
        dw = np.zeros(w.shape)
        for p in range(oh):
            for q in range(ow):
                dx[n, p:p + k, q:q + k] += dy[n, p, q] * w
                dw += dy[n, p, q] * x[n, p:p + k, q:q + k]
    return dx, dw

np.random.seed(99)
x, w = np.random.randn(3, 5, 5), np.random.randn(2, 2)
y = conv_batch_forward(x, w)
dx, dw = conv_batch_backward(y - 1.0, x, w)
print(y.shape, dx.shape)
print(dw)
