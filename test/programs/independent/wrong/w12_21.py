import numpy as np

def unpool_grad(dout, x, k, s):
    """Gradient of max pooling, all windows at once. x (H, W), dout (OH, OW)."""
    OH, OW = dout.shape
    r0 = np.repeat(np.arange(OH) * s, OW)
    c0 = np.tile(np.arange(OW) * s, OH)
    win = np.stack([x[a:a + k, b:b + k].ravel() for a, b in zip(r0, c0)])
    arg = win.argmax(axis=1)
    rows = r0 + arg // k
    cols = c0 + arg % k
    dx = np.zeros(x.shape)
    dx[rows, cols] += dout.ravel()
    return dx

rng = np.random.default_rng(31)
x = rng.normal(size=(6, 6))
x[2, 2] = 9.0
g = unpool_grad(np.ones((4, 4)), x, 3, 1)
print(g)
