import numpy as np

def deconv_forward(x, kernel, stride):
    H, W = x.shape
    k = kernel.shape[0]
    y = np.zeros(((H - 1) * stride + k, (W - 1) * stride + k))
    for h in range(H):
        for w in range(W):
            y[h * stride:h * stride + k, w * stride:w * stride + k] = x[h, w] * kernel
    return y

def deconv_backward(dy, x, kernel, stride):
    H, W = x.shape
    k = kernel.shape[0]
    dx, dk = np.zeros((H, W)), np.zeros((k, k))
    for h in range(H):
        for w in range(W):
            win = dy[w * stride:w * stride + k, w * stride:w * stride + k]
            dx[h, w] = np.sum(win * kernel)
            dk += x[h, w] * win
    return dx, dk

rs = np.random.RandomState(0)
x, kernel = rs.randn(4, 4), rs.randn(3, 3)
y = deconv_forward(x, kernel, 2)
dx, dk = deconv_backward(rs.randn(*y.shape), x, kernel, 2)
print(y.shape)
print(dx)
print(dk)
