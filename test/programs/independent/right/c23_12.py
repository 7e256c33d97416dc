import numpy as np

def relu_forward(x):
    mask = x > 0
    return np.where(mask, x, 0), mask

def relu_backward(dout, mask):
    return np.where(mask, dout, 0)

def conv_relu_forward(x, w, b):
    """3x3 'same' convolution (stride one) and ReLU."""
    N, C, H, W = x.shape
    xp = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    z = sum(np.einsum('nchw,fc->nfhw', xp[:, :, u:u + H, v:v + W], w[:, :, u, v])
            for u in range(3) for v in range(3))
    a, mask = relu_forward(z + b[:, None, None])
    return a, (xp, w, mask)

def conv_relu_backward(da, cache):
    xp, w, mask = cache
    dz = relu_backward(da, mask)
    H, W = dz.shape[2:]
    dxp = np.zeros(xp.shape)
    dw = np.zeros(w.shape)
    for u, v in np.ndindex(3, 3):
        dw[:, :, u, v] = np.tensordot(dz, xp[:, :, u:u + H, v:v + W], axes=([0, 2, 3], [0, 2, 3]))
        dxp[:, :, u:u + H, v:v + W] += np.einsum('nfhw,fc->nchw', dz, w[:, :, u, v])
    return dxp[:, :, 1:-1, 1:-1], dw, dz.sum(axis=(0, 2, 3))

np.random.seed(231)
x = np.random.randn(2, 3, 8, 8)
w = np.random.randn(3, 3, 3, 3)
b = np.random.randn(3,)
a, cache = conv_relu_forward(x, w, b)
dx, dw, db = conv_relu_backward(np.random.randn(*a.shape), cache)
print(a.shape, dx.shape, dw.shape, db.shape)
