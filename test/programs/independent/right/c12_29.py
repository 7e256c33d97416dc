import numpy as np

def same_conv(x, w, stride):
    """TensorFlow 'SAME', clipping the window at the border instead of padding.

    x (H, W, C), w (kh, kw, C, F)
    """
    H, W, _ = x.shape
    kh, kw, _, F = w.shape
    oh, ow = -(-H // stride), -(-W // stride)
    top = max((oh - 1) * stride + kh - H, 0) // 2
    left = max((ow - 1) * stride + kw - W, 0) // 2
    y = np.zeros((oh, ow, F))
    for i in range(oh):
        r = i * stride - top
        r0, r1 = max(r, 0), min(r + kh, H)
        for j in range(ow):
            c = j * stride - left
            c0, c1 = max(c, 0), min(c + kw, W)
            part = x[r0:r1, c0:c1]
            taps = w[r0 - r:r1 - r, c0 - c:c1 - c]
            y[i, j] = np.einsum('abc,abcf->f', part, taps)
    return y

r = np.random.RandomState(13)
x = r.randn(5, 6, 2)
w = r.randn(3, 3, 2, 4)
print(same_conv(x, w, 1).shape, same_conv(x, w, 2).shape)
print(same_conv(x, w, 2)[0])
