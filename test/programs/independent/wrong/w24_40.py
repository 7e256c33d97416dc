import numpy as np

def conv_layer(x, w, b, stride, pad):
    """Seven plain loops, no slicing."""
    n_batch, n_in, height, width = x.shape
    n_out, _, k_h, k_w = w.shape
    out_h = (height + 2 * pad - k_h) // stride + 1
    out_w = (width + 2 * pad - k_w) // stride + 1
    y = np.zeros((n_batch, n_out, out_h, out_w))
    for n in range(n_batch):
        for o in range(n_out):
            for i in range(out_h):
                for j in range(out_w):
                    for c in range(n_in):
                        y[n, o, i, j] = b[o]
                        for u in range(k_h):
                            for v in range(k_w):
                                r = i * stride + u - pad
                                q = j * stride + v - pad
                                if 0 <= r < height and 0 <= q < width:
                                    y[n, o, i, j] += x[n, c, r, q] * w[o, c, u, v]
    return y

def conv_layer_grad(dy, x, w, stride, pad):
    n_batch, n_in, height, width = x.shape
    n_out, _, k_h, k_w = w.shape
    dx, dw, db = np.zeros(x.shape), np.zeros(w.shape), np.zeros(n_out)
    for n, o, i, j in np.ndindex(*dy.shape):
        g = dy[n, o, i, j]
        db[o] += g
        for c, u, v in np.ndindex(n_in, k_h, k_w):
            r = i * stride + u - pad
            q = j * stride + v - pad
            if 0 <= r < height and 0 <= q < width:
                dx[n, c, r, q] += g * w[o, c, u, v]
                dw[o, c, u, v] += g * x[n, c, r, q]
    return dx, dw, db

np.random.seed(12)
x = np.random.randn(2, 2, 4, 5)
w = np.random.randn(3, 2, 3, 2)
y = conv_layer(x, w, np.random.randn(3), 1, 1)
dx, dw, db = conv_layer_grad(np.random.randn(*y.shape), x, w, 1, 1)
print(y.shape, dx.shape, dw.shape, db)
