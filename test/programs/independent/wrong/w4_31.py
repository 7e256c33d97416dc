import numpy as np

def apply_filter(img, kernel):
    kh, kw = kernel.shape
    ph, pw = kh // 2, kw // 2
    padded = np.pad(img, ((ph, ph), (pw, pw)), mode='edge').astype(float)
    result = np.zeros_like(img)
    rows, cols = img.shape
    for r in range(rows):
        for c in range(cols):
            result[r, c] = np.sum(padded[r:r + kh, c:c + kw] * kernel)
    return result

laplace = np.array([[0, 1, 0],
                    [1, -4, 1],
                    [0, 1, 0]])

foto = np.array([[10, 10, 10, 200],
                 [10, 50, 10, 200],
                 [10, 10, 10, 200],
                 [90, 90, 90, 90]], dtype=np.uint8)
print(apply_filter(foto, laplace))
