import numpy as np

def conv(x, k, s):
    h = (x.shape[0] - k.shape[0]) // s + 1
    w = (x.shape[1] - k.shape[1]) // s + 1
    y = np.zeros((h, w))
    for p in range(h * w):
        i, j = divmod(p, w)
        y[i, j] = (x[s * i:s * i + k.shape[0], s * j:s * j + k.shape[1]] * k).sum()
    return y

def conv_grad(dy, x, k, s):
    dx, dk = np.zeros(x.shape), np.zeros(k.shape)
    # gather form: every cell of x asks which outputs it took part in
    for r in range(x.shape[0]):
        for c in range(x.shape[1]):
            for a in range(k.shape[0]):
                for b in range(k.shape[1]):
                    i, rest_i = divmod(r - a, s)
                    j, rest_j = divmod(c - b, s)
                    if rest_i or rest_j or not (0 <= i < dy.shape[0] and 0 <= j < dy.shape[1]):
                        continue
                    dx[r, c] += dy[i, j] * k[a, b]
                    dk[a, b] += dy[i, j] * x[r, c]
    return dx, dk

def numeric_grad(f, a, dy, eps=1e-5):
    g = np.zeros(a.shape)
    for idx in np.ndindex(*a.shape):
        old = a[idx]
        a[idx] = old + eps
        up = f()
        a[idx] = old - eps
        down = f()
        a[idx] = old
        g[idx] = ((up - down) * dy).sum() / (2 * eps)
    return g

np.random.seed(13)
x, k = np.random.randn(6, 7), np.random.randn(3, 2)
dy = np.random.randn(*conv(x, k, 2).shape)
dx, dk = conv_grad(dy, x, k, 2)
print(np.abs(dx - numeric_grad(lambda: conv(x, k, 2), x, dy)).max())
print(np.abs(dk - numeric_grad(lambda: conv(x, k, 2), k, dy)).max())
