import numpy as np


def max_pool_forward(x, size=2, stride=2):
    N, C, H, W = x.shape
    oh, ow = 1 + (H - size) // stride, 1 + (W - size) // stride
    out = np.full((N, C, oh, ow), -np.inf)
    rows = np.zeros(out.shape, dtype=int)
    cols = np.zeros(out.shape, dtype=int)
    for u in range(size):
        for v in range(size):
            cand = x[:, :, u:u + stride * (oh - 1) + 1:stride, v:v + stride * (ow - 1) + 1:stride]
            better = cand > out
            out[better] = cand[better]
            rows[better] = u
            cols[better] = v
    rows += stride * np.arange(oh)[:, None]
    cols += stride * np.arange(ow)
    return out, (x.shape, rows, cols)


def max_pool_backward(dout, cache):
    shape, rows, cols = cache
    dx = np.zeros(shape)
    n = np.arange(shape[0])[:, None, None, None]
    c = np.arange(shape[1])[None, :, None, None]
    np.add.at(dx, (n, c, rows, cols), dout)
    return dx


x = np.array([[1.0, 1.0, 2.0, 0.0], [1.0, 1.0, 0.0, 2.0], [3.0, 4.0, 5.0, 5.0], [4.0, 4.0, 1.0, 2.0]])[None, None]
out, cache = max_pool_forward(x)
print(out)
print(max_pool_backward(np.ones_like(out), cache))
