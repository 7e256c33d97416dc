import numpy as np


def get_patches(img, k, s):
    h, w, c = img.shape
    for y in range(0, h - k + 1, s):
        for x in range(0, w - k + 1, s):
            yield img[y:y + k, x:x + k, :].reshape(-1)


def conv2d_forward(inputs, weight, bias, stride=1, pad=0):
    k = weight.shape[2]
    n_f = weight.shape[0]
    W_row = weight.transpose(0, 2, 3, 1).reshape(n_f, -1)
    outs = []
    for img in inputs.transpose(0, 2, 3, 1):
        img = np.pad(img, ((pad, pad), (pad, pad), (0, 0)))
        oh = (img.shape[0] - k) // stride + 1
        ow = (img.shape[1] - k) // stride + 1
        X_col = np.array(list(get_patches(img, k, stride))).T
        res = W_row @ X_col + bias[:, None]
        outs.append(res.reshape(n_f, oh, ow))
    return np.array(outs)


np.random.seed(0)
inputs = np.random.randn(2, 3, 6, 5)
weight = np.random.randn(4, 3, 3, 3)
bias = np.random.randn(4)
out = conv2d_forward(inputs, weight, bias, stride=2, pad=1)
