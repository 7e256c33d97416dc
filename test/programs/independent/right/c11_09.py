import numpy as np

def max_pool_forward_naive(x, pool_param):
    h, w, s = (pool_param[k] for k in ('pool_height', 'pool_width', 'stride'))
    Hp = 1 + (x.shape[2] - h) // s
    Wp = 1 + (x.shape[3] - w) // s
    out = -np.inf * np.ones(x.shape[:2] + (Hp, Wp))
    for a in range(h):
        for b in range(w):
            np.maximum(out, x[:, :, a:a + (Hp - 1) * s + 1:s, b:b + (Wp - 1) * s + 1:s], out=out)
    return out, (x, pool_param)

def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    h, w, s = (pool_param[k] for k in ('pool_height', 'pool_width', 'stride'))
    dx = np.zeros_like(x)
    for n, c, i, j in np.ndindex(*dout.shape):
        win = x[n, c, i * s:i * s + h, j * s:j * s + w]
        r, q = divmod(int(win.argmax()), w)
        dx[n, c, i * s + r, j * s + q] += dout[n, c, i, j]
    return dx

rng = np.random.default_rng(2)
x = rng.normal(size=(2, 3, 7, 6))
y, cache = max_pool_forward_naive(x, {'pool_height': 3, 'pool_width': 2, 'stride': 2})
print(y.shape, max_pool_backward_naive(np.ones_like(y), cache).sum())
