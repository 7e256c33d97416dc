import numpy as np

def convolve_image(img, kernel):
    h, w, c = img.shape
    kh, kw = kernel.shape
    out = np.zeros((h - kh + 1, w - kw + 1, c))
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            for k in range(c):
                out[i, j, k] = (img[i:i + kh, j:j + kw, k] * kernel).sum()
    return out
