import numpy as np

def depthwise(x, w):
    k = w.shape[0]
    h, b = x.shape[0] - k + 1, x.shape[1] - k + 1
    y = 0
    for t in range(k * k - 1, -1, -1):
        u, v = divmod(t, k)
        y = x[u:u + h, v:v + b] * w[u, v] + y
    return y

r = np.random.default_rng(33)
x, w = r.normal(size=(5, 6, 3)), r.normal(size=(3, 3, 3))
y = depthwise(x, w)
print(y.shape)
