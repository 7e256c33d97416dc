import numpy as np

def conv2d_float32(x, w, b, stride=1, padding=0):
    x = x.astype(np.float32)
    w = w.astype(np.float32)
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    if padding:
        x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    OH = (H + 2 * padding - KH) // stride + 1
    OW = (W + 2 * padding - KW) // stride + 1
    out = np.zeros((N, F, OH, OW), dtype=np.float32)
    out += b.astype(np.float32)[:, None, None]
    # sum over the taps of the kernel, in float32
    for c in range(C):
        for i in range(KH):
            for j in range(KW):
                xs = x[:, c, i:i + stride * (OH - 1) + 1:stride, j:j + stride * (OW - 1) + 1:stride]
                out += xs[:, None] * w[:, c, i, j][None, :, None, None]
    return out

np.random.seed(4)
x = np.random.randn(2, 3, 6, 5)
w = np.random.randn(2, 3, 3, 3)
y = conv2d_float32(x, w, np.array([0.5, -0.5]), stride=2, padding=1)
print(y.dtype, y.shape)
print(y[0])
