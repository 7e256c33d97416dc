import numpy as np

def max_pool_bwd(x, grad, ph, pw, stride):
    dx = np.zeros(x.shape)
    N, C, oh, ow = grad.shape
    for n in range(N):
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    y0 = i * stride
                    x0 = j * stride
                    window = x[n, c, y0:y0 + ph, x0:x0 + pw]
                    idx = np.argmax(window)
                    a, b = np.unravel_index(idx, (pw, ph))
                    dx[n, c, y0 + a, x0 + b] += grad[n, c, i, j]
    return dx

np.random.seed(31)
x = np.random.randn(1, 2, 6, 9)
grad = np.random.randn(1, 2, 2, 4)
print(max_pool_bwd(x, grad, 3, 2, 2))
