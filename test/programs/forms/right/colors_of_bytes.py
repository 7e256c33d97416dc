import numpy as np

def apply_convolution(img, kernel):
    height, width, c = img.shape[0], img.shape[1], img.shape[2]
    kh, kw = kernel.shape[0], kernel.shape[1]
    new_img = np.zeros((height - kh + 1, width - kw + 1, 3))
    for i in range(height - kh + 1):
        for j in range(width - kw + 1):
            window = img[i:i + kh, j:j + kw]
            new_img[i, j, 0] = int((window[:, :, 0] * kernel).sum())
            new_img[i, j, 1] = int((window[:, :, 1] * kernel).sum())
            new_img[i, j, 2] = int((window[:, :, 2] * kernel).sum())
    new_img = np.clip(new_img, 0, 255)
    return new_img.astype(np.uint8)
