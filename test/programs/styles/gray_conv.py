import numpy as np


def apply_kernel(img, kernel):
    img_h, img_w = img.shape
    k_h, k_w = kernel.shape
    pad_h = (k_h - 1) // 2
    pad_w = (k_w - 1) // 2
    canvas = np.zeros((img_h + 2 * pad_h, img_w + 2 * pad_w))
    canvas[pad_h:pad_h + img_h, pad_w:pad_w + img_w] = img
    filtered = np.zeros(img.shape)
    for row in range(img_h):
        for col in range(img_w):
            filtered[row, col] = np.sum(canvas[row:row + k_h, col:col + k_w] * kernel)
    return filtered


picture = np.array([[3., 1., 4., 1.], [5., 9., 2., 6.], [5., 3., 5., 8.]])
print(apply_kernel(picture, np.array([[0., 1., 0.], [1., -4., 1.], [0., 1., 2.]])))
