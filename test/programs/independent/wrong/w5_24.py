import numpy as np

def box_blur(img, size=3):
    r = size // 2
    h, w = img.shape
    tmp = np.pad(img.astype(float), r, mode='edge')
    out = np.zeros((h, w))
    for i in range(h):
        for j in range(w):
            out[i, j] = tmp[i:i + size, j:j + size].sum() / size
    return out

imagem = np.array([[12, 40, 33, 90], [11, 255, 30, 80], [10, 20, 30, 70]])
print(box_blur(imagem))
