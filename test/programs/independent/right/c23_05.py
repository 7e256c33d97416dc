import numpy as np

def correlate(x, w):
    """x (N,C,H,W), w (F,C,k,l), valid, stride one."""
    N, C, H, W = x.shape
    F, _, k, l = w.shape
    y = np.zeros((N, F, H - k + 1, W - l + 1))
    for a in range(y.shape[2]):
        for b in range(y.shape[3]):
            y[:, :, a, b] = x[:, :, a:a + k, b:b + l].reshape(N, -1) @ w.reshape(F, -1).T
    return y

def input_gradient(dout, w, x_shape, stride, pad):
    """dX of a convolution: dilate dout, pad fully, correlate with rotated kernels."""
    N, C, H, W = x_shape
    F, _, k, l = w.shape
    oh, ow = dout.shape[2:]
    dil = np.zeros((N, F, H + 2 * pad - k + 1, W + 2 * pad - l + 1))
    dil[:, :, :(oh - 1) * stride + 1:stride, :(ow - 1) * stride + 1:stride] = dout
    full = np.pad(dil, ((0, 0), (0, 0), (k - 1, k - 1), (l - 1, l - 1)))
    rot = w[:, :, ::-1, ::-1].transpose(1, 0, 2, 3)
    return correlate(full, rot)[:, :, pad:pad + H, pad:pad + W]

np.random.seed(0)
w = np.random.randn(4, 3, 3, 3)
dout = np.random.randn(2, 4, 3, 3)
print(input_gradient(dout, w, (2, 3, 6, 6), stride=2, pad=1).shape)
