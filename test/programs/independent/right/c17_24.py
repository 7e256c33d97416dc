import numpy as np

def conv2d_same(x, w, b, stride=1):
    """TensorFlow 'SAME': out = ceil(in / stride); the odd cell of padding goes to the bottom / right."""
    n, H, W, C = x.shape
    kh, kw, _, F = w.shape
    oh, ow = -(-H // stride), -(-W // stride)
    th = max((oh - 1) * stride + kh - H, 0)
    tw = max((ow - 1) * stride + kw - W, 0)
    top, left = th // 2, tw // 2
    xp = np.zeros((n, H + th, W + tw, C))
    xp[:, top:top + H, left:left + W] = x
    out = np.zeros((n, oh, ow, F))
    for i in range(oh):
        for j in range(ow):
            out[:, i, j] = np.tensordot(xp[:, i * stride:i * stride + kh, j * stride:j * stride + kw], w, 3) + b
    return out

np.random.seed(24)
x = np.random.randn(2, 6, 7, 3)
w = np.random.randn(3, 4, 3, 5)
b = np.random.randn(5)
print(conv2d_same(x, w, b).shape)
y = conv2d_same(x, w, b, stride=2)
print(y.shape)
