import numpy as np

def filter_image(img, kernel):
    """Correlation with zero padding, the output has the size of the image."""
    kh, kw = kernel.shape
    pad_h = kh // 2
    pad_w = kh // 2
    img_pad = np.pad(img, ((pad_h, pad_h), (pad_w, pad_w)), mode="constant", constant_values=0)
    out = np.zeros((img_pad.shape[0] - kh + 1, img_pad.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(img_pad[i:i + kh, j:j + kw] * kernel)
    return out

img = np.eye(6) * 9
box = np.ones((1, 3)) / 3
print(filter_image(img, box).shape)
print(filter_image(img, np.ones((3, 3)) / 9))
