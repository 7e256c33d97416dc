import numpy as np

def maxpool(x, k, s):
    n, c, h, w = x.shape
    oh, ow = (h - k) // s + 1, (w - k) // s + 1
    out = x[:, :, :s * oh:s, :s * ow:s].copy()
    for a in range(k):
        for b in range(k):
            if a == b == 0:
                continue
            np.maximum(out, x[:, :, a:a + s * oh:s, b:b + s * ow:s], out=out)
    return out

def maxpool_grad(dy, x, k, s):
    out = maxpool(x, k, s)
    n, c, oh, ow = out.shape
    dx = np.zeros_like(x)
    free = np.ones(out.shape, dtype=bool)     # windows whose gradient is still to be given away
    for a in range(k):
        for b in range(k):
            hit = free & (x[:, :, a:a + s * oh:s, b:b + s * ow:s] == out)
            dx[:, :, a:a + s * oh:s, b:b + s * ow:s] += np.where(hit, dy, 0)
            free &= ~hit
    return dx

rng = np.random.default_rng(24)
x = rng.normal(size=(2, 2, 7, 6))
y = maxpool(x, 3, 2)
print(y.shape, maxpool(x, 2, 2).shape)
print(maxpool_grad(np.ones_like(y), x, 3, 2)[0, 1])
