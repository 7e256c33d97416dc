import numpy as np


def true_convolution(image, kernel):
    """Mathematical 2-D convolution (kernel rotated by 180 degrees), result has the image's size.

    Only odd kernel sizes.
    """
    kh, kw = kernel.shape
    assert kh % 2 == 1 and kw % 2 == 1
    ch, cw = kh // 2, kw // 2
    H, W = image.shape
    out = np.zeros((H, W))
    for y in range(H):
        for x in range(W):
            acc = 0.0
            for dy in range(-ch, ch + 1):
                for dx in range(-cw, cw + 1):
                    yy, xx = y - dy, x - dx
                    if 0 <= yy < H and 0 <= xx < W:
                        acc += image[yy, xx] * kernel[ch + dy, cw + dx]
            out[y, x] = acc
    return out


img = np.random.default_rng(10).random((5, 6))
ker = np.array([[0., 1., 2.], [3., 4., 5.], [6., 7., 8.]])
print(true_convolution(img, ker))
print(true_convolution(img, ker[:1]))
