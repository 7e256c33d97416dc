import numpy as np

def conv2d_same(x, kernel, strides=1):
    """tf.nn.conv2d with padding='SAME': NHWC input, HWIO kernel.
    The padding can be asymmetric; the extra row / column goes to the bottom / right."""
    n, h, w, c = x.shape
    kh, kw, _, co = kernel.shape
    out_h = -(-h // strides)      # ceil
    out_w = -(-w // strides)
    ph = max((out_h - 1) * strides + kh - h, 0)
    pw = max((out_w - 1) * strides + kw - w, 0)
    top, left = ph // 2, pw // 2
    xp = np.pad(x, ((0, 0), (top, ph - top), (left, pw - left), (0, 0)))
    y = np.zeros((n, out_h, out_w, co))
    for i in range(out_h):
        for j in range(out_w):
            win = xp[:, i * strides:i * strides + kh, j * strides:j * strides + kw, :]
            y[:, i, j, :] = np.einsum('nhwc,hwco->no', win, kernel)
    return y

np.random.seed(0)
x = np.random.randn(1, 6, 5, 2)
k = np.random.randn(3, 3, 2, 3)
print(conv2d_same(x, k).shape)
print(conv2d_same(x, k, strides=2).shape)
print(conv2d_same(x, k, strides=2)[0, :, :, 0])
