import numpy as np

def im2col(x, k, s, p):
    n, c, h, w = x.shape
    ho, wo = (h + 2*p - k)//s + 1, (w + 2*p - k)//s + 1
    xp = np.pad(x, ((0,0),(0,0),(p,p),(p,p)))
    cols = np.empty((n, c, k, k, ho, wo))
    for a in range(k):
        for e in range(k):
            cols[:, :, a, e] = xp[:, :, a:a+s*ho:s, e:e+s*wo:s]
    return cols.transpose(0, 4, 5, 1, 2, 3).reshape(n*ho*wo, c*k*k)

def col2im(cols, x_shape, k, s, p):
    n, c, h, w = x_shape
    ho, wo = (h + 2*p - k)//s + 1, (w + 2*p - k)//s + 1
    cols = cols.reshape(n, ho, wo, c, k, k).transpose(0, 3, 4, 5, 1, 2)
    xp = np.zeros((n, c, h + 2*p, w + 2*p))
    for a in range(k):
        for e in range(k):
            xp[:, :, a:a+s*ho:s, e:e+s*wo:s] = cols[:, :, a, e]
    return xp[:, :, p:p+h, p:p+w]

def conv_backward(dout, x, w, s=1, p=0):
    """gradients of a conv layer without bias"""
    f, c, k, _ = w.shape
    cols = im2col(x, k, s, p)
    d = dout.transpose(0, 2, 3, 1).reshape(-1, f)
    dw = (d.T @ cols).reshape(w.shape)
    dx = col2im(d @ w.reshape(f, -1), x.shape, k, s, p)
    return dx, dw

rng = np.random.RandomState(5)
x = rng.randn(2, 2, 6, 5)
w = rng.randn(3, 2, 3, 3)
dout = rng.randn(2, 3, 6, 5)
dx, dw = conv_backward(dout, x, w, s=1, p=1)
print(dx[0, 0].round(3))
print(dw[0, 0].round(3))
