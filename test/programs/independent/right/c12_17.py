import numpy as np


def depthwise(x, w):
    """x (N, H, W, C), w (kh, kw, C, M) as in tf.nn.depthwise_conv2d, VALID, stride 1."""
    kh, kw, C, M = w.shape
    N, H, W, _ = x.shape
    rows, cols = H - kh + 1, W - kw + 1
    out = np.zeros((N, rows, cols, C * M))
    for u, v in np.ndindex(kh, kw):
        part = x[:, u:u + rows, v:v + cols, :, None] * w[u, v]
        out += part.reshape(out.shape)
    return out


def separable(x, w_depth, w_point):
    """depthwise followed by a 1x1 convolution; w_point (C * M, F)"""
    return depthwise(x, w_depth) @ w_point


rs = np.random.RandomState(6)
x = rs.randn(2, 5, 6, 3)
print(depthwise(x, rs.randn(3, 2, 3, 2)).shape)
print(separable(x, rs.randn(3, 3, 3, 2), rs.randn(6, 4))[0, 0, 0])
