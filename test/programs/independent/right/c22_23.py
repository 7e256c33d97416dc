import numpy as np

def depthwise_conv(x, k, stride=1, pad=0):
    """Depthwise convolution, channels last: one (kh, kw) filter for each channel.
    x: (m, H, W, C), k: (kh, kw, C)."""
    m, H, W, C = x.shape
    kh, kw, _ = k.shape
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    oh = (xp.shape[1] - kh) // stride + 1
    ow = (xp.shape[2] - kw) // stride + 1
    out = np.empty((m, oh, ow, C))
    for i in range(oh):
        for j in range(ow):
            window = xp[:, i * stride:i * stride + kh, j * stride:j * stride + kw]
            out[:, i, j] = (window * k).sum(axis=(1, 2))
    return out

def depthwise_backward(dout, x, k, stride=1, pad=0):
    m, H, W, C = x.shape
    kh, kw, _ = k.shape
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    dxp, dk = np.zeros_like(xp), np.zeros_like(k)
    for i in range(dout.shape[1]):
        for j in range(dout.shape[2]):
            rs, cs = i * stride, j * stride
            g = dout[:, i, j][:, None, None, :]
            dxp[:, rs:rs + kh, cs:cs + kw] += g * k
            dk += (g * xp[:, rs:rs + kh, cs:cs + kw]).sum(axis=0)
    return dxp[:, pad:pad + H, pad:pad + W], dk

np.random.seed(23)
x = np.random.randn(2, 6, 5, 3)
k = np.random.randn(3, 2, 3)
y = depthwise_conv(x, k, stride=2, pad=1)
dx, dk = depthwise_backward(np.ones_like(y), x, k, stride=2, pad=1)
print(y.shape, dx.shape)
print(dk[:, :, 0])
