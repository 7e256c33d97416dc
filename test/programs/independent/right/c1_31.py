import numpy as np

def conv2d_same_tf(x, w, stride):
    """
    padding='SAME' as in TensorFlow: the surplus row / column goes to the bottom and the right.
    x: NHWC, w: HWIO
    """
    n, h, wd, c = x.shape
    kh, kw, _, co = w.shape
    oh = -(-h // stride)
    ow = -(-wd // stride)
    ph = max((oh - 1) * stride + kh - h, 0)
    pw = max((ow - 1) * stride + kw - wd, 0)
    top, left = ph // 2, pw // 2
    xp = np.pad(x, ((0, 0), (top, ph - top), (left, pw - left), (0, 0)))
    out = np.zeros((n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, i * stride:i * stride + kh, j * stride:j * stride + kw, :]
            out[:, i, j, :] = np.tensordot(patch, w, axes=([1, 2, 3], [0, 1, 2]))
    return out

np.random.seed(0)
x = np.random.randn(1, 5, 6, 2)
w = np.random.randn(2, 2, 2, 3)
print(conv2d_same_tf(x, w, 1).shape, conv2d_same_tf(x, w, 2).shape)
