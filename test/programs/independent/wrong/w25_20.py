import numpy as np

def true_convolve(x, kernel):
    """Mathematical (flipped) convolution, 'valid' mode, one channel."""
    kf = kernel[::-1, ::-1]
    kh, kw = kernel.shape
    oh, ow = x.shape[0] - kh + 1, x.shape[1] - kw + 1
    y = np.zeros((oh, ow))
    for a in range(kh):
        for b in range(kw):
            y += kf[a, b] * x[a:a + oh, b:b + ow]
    return y

def true_convolve_backward(dy, x, kernel):
    """Gradients of true_convolve w.r.t. x and kernel."""
    kh, kw = kernel.shape
    oh, ow = dy.shape
    kf = kernel
    dx = np.zeros(x.shape)
    dkf = np.zeros((kh, kw))
    for a in range(kh):
        for b in range(kw):
            dx[a:a + oh, b:b + ow] += kf[a, b] * dy
            dkf[a, b] = np.sum(dy * x[a:a + oh, b:b + ow])
    return dx, dkf[::-1, ::-1]

np.random.seed(8)
x = np.random.randn(6, 6)
k = np.random.randn(3, 3)
y = true_convolve(x, k)
dx, dk = true_convolve_backward(np.ones_like(y), x, k)
print(y)
print(dx)
print(dk)
