import numpy as np

def depthwise(x, w):
    """x (N, C, H, W), w (C, k, k): every channel has its own kernel."""
    k = w.shape[-1]
    h, v = x.shape[2] - k + 1, x.shape[3] - k + 1
    y = np.zeros(x.shape[:2] + (h, v))
    for a in range(k):
        for b in range(k):
            y += x[:, :, a:a + h, b:b + v] * w[:, a, b].reshape(1, -1, 1, 1)
    return y

def pointwise(x, w):
    """x (N, C, H, W), w (F, C)"""
    return np.moveaxis(np.dot(np.moveaxis(x, 1, -1), w.T), -1, 1)

def separable_conv(x, wd, wp):
    return pointwise(depthwise(x, wd), wp)

def depthwise_backward(dy, x, w):
    k = w.shape[-1]
    h, v = dy.shape[2:]
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    for a in range(k):
        for b in range(k):
            dx[:, :, a:a + h, b:b + v] += dy * w[None, :, a, b, None, None]
            dw[:, a, b] = (dy * x[:, :, a:a + h, b:b + v]).sum(axis=(0, 2, 3))
    return dx, dw

np.random.seed(7)
x = np.random.randn(2, 3, 5, 6)
wd, wp = np.random.randn(3, 3, 3), np.random.randn(4, 3)
y = separable_conv(x, wd, wp)
dx, dw = depthwise_backward(np.ones((2, 3, 3, 4)), x, wd)
print(y.shape, dx.shape, dw.shape)
