import numpy as np

def conv2d_tf_same(x, w, stride):
    """padding='SAME' of TensorFlow: the odd pixel of padding goes to the bottom / right"""
    n, h, wd, c = x.shape
    kh, kw, _, f = w.shape
    oh, ow = int(np.ceil(h / stride)), int(np.ceil(wd / stride))
    pad_h = max((oh - 1) * stride + kh - h, 0)
    pad_w = max((ow - 1) * stride + kw - wd, 0)
    pad_top, pad_left = pad_h // 2, pad_w // 2
    pad_bottom, pad_right = pad_h - pad_top, pad_w - pad_left
    xp = np.pad(x, ((0, 0), (pad_top, pad_bottom), (pad_left, pad_right), (0, 0)), "constant")
    y = np.zeros((n, oh, ow, f))
    for i in range(oh):
        for j in range(ow):
            patch = xp[:, i * stride:i * stride + kh, j * stride:j * stride + kw, :]
            y[:, i, j, :] = patch.reshape(n, -1) @ w.reshape(-1, f)
    return y

np.random.seed(17)
x = np.random.randn(1, 6, 5, 2)
w = np.random.randn(3, 3, 2, 3)
print(conv2d_tf_same(x, w, 1).shape, conv2d_tf_same(x, w, 2).shape)
print(conv2d_tf_same(x, w, 2)[0, :, :, 0])
