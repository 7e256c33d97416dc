import numpy as np
import math

def conv2d_same(x, kernel, strides=1):
    """ padding='SAME' as in TensorFlow: NHWC, HWIO; the odd zero goes to the bottom/right """
    n, h, w, c = x.shape
    kh, kw, _, co = kernel.shape
    oh, ow = math.ceil(h / strides), math.ceil(w / strides)
    pad_h = max((oh - 1) * strides + kh - h, 0)
    pad_w = max((ow - 1) * strides + kw - w, 0)
    top, left = pad_h // 2, pad_w // 2
    xp = np.pad(x, ((0, 0), (top, pad_h - top), (left, pad_w - left), (0, 0)))
    out = np.zeros((n, oh, ow, co))
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, i * strides:i * strides + kh, j * strides:j * strides + kw, :]
            out[:, i, j, :] = patch.reshape(n, -1) @ kernel.reshape(-1, co)
    return out

rng = np.random.RandomState(0)
x = rng.randn(1, 5, 6, 2)
k = rng.randn(2, 2, 2, 3)
print(conv2d_same(x, k, strides=2).shape)
print(conv2d_same(x, k, strides=2)[0, :, :, 0])
