import numpy as np

def depthwise(x, w):
    # x: (N, H, W, C)   w: (k, k, C, M)   ->  (N, H', W', C*M), output channel = c*M + m
    n, h, b, c = x.shape
    k, _, _, mult = w.shape
    out = np.zeros((n, h - k + 1, b - k + 1, c, mult))
    for dy in range(k):
        for dx in range(k):
            piece = x[:, dy:dy + h - k + 1, dx:dx + b - k + 1, :]
            out += piece[..., None] * w[dy, dx]
    return out.swapaxes(3, 4).reshape(n, h - k + 1, b - k + 1, c * mult)

rng = np.random.default_rng(10)
x = rng.normal(size=(2, 5, 6, 3))
w = rng.normal(size=(3, 3, 3, 2))
y = depthwise(x, w)
print(y.shape, y[0, 0, 0])
