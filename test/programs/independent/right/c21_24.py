import numpy as np


def unfold(x, k, s, p):
    n, c, h, w = x.shape
    oh, ow = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
    xp = np.zeros((n, c, h + 2 * p, w + 2 * p))
    xp[:, :, p:h + p, p:w + p] = x
    rows = [xp[e, :, i * s:i * s + k, j * s:j * s + k].ravel()
            for e in range(n) for i in range(oh) for j in range(ow)]
    return np.array(rows), (n, oh, ow)


def conv_bias_trick(x, w, b, s=1, p=0):
    """w: (C, k, k, F). The bias is the weight of an extra input that is always 1."""
    k, f = w.shape[1], w.shape[3]
    rows, (n, oh, ow) = unfold(x, k, s, p)
    rows = np.hstack([rows, np.ones((rows.shape[0], 1))])
    theta = np.vstack([w.reshape(-1, f), b])
    return (rows @ theta).reshape(n, oh, ow, f).transpose(0, 3, 1, 2), rows


def conv_bias_trick_grad(dout, rows, w):
    f = w.shape[3]
    dtheta = rows.T @ dout.transpose(0, 2, 3, 1).reshape(-1, f)
    return dtheta[:-1].reshape(w.shape), dtheta[-1]


np.random.seed(20)
x, w, b = np.random.randn(2, 3, 5, 6), np.random.randn(3, 3, 3, 4), np.random.randn(4)
out, rows = conv_bias_trick(x, w, b, 2, 1)
dw, db = conv_bias_trick_grad(out, rows, w)
print(out.shape, dw.shape, db.shape)
