import numpy as np

def conv2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += image[i + a, j + b] * kernel[a, a]
    out = np.clip(out, 0, 255).astype(np.uint8)
    return out

picture = np.random.randint(0, 256, size=(6, 7)).astype(np.uint8)
print(conv2d(picture, np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]])))
