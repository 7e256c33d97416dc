import numpy as np

def depthwise_forward(x, w):
    # x (N, C, H, W), w (C, kh, kw)
    n, c, h, wd = x.shape
    _, kh, kw = w.shape
    out = np.zeros((n, c, h - kh + 1, wd - kw + 1))
    for i in range(kh):
        for j in range(kw):
            out += x[:, :, i:i + out.shape[2], j:j + out.shape[3]] * w[None, :, i, j, None, None]
    return out

def depthwise_backward(dout, x, w):
    dx, dw = np.zeros_like(x), np.zeros_like(w)
    oh, ow = dout.shape[2:]
    for i in range(w.shape[1]):
        for j in range(w.shape[2]):
            dw[:, i, j] = (x[:, :, i:i + oh, j:j + ow] * dout).sum(axis=(0, 2, 3))
            dx[:, :, i:i + oh, j:j + ow] += dout * w[None, :, i, j, None, None]
    return dx, dw

r = np.random.RandomState(6)
x, w = r.randn(2, 3, 5, 6), r.randn(3, 3, 2)
y = depthwise_forward(x, w)
dx, dw = depthwise_backward(np.ones_like(y), x, w)
print(y.shape, dw)
