import numpy as np

K = np.array([[1.0, 2.0], [3.0, 4.0]])

def slide(img, kernel, stride=1):
    kh, kw = kernel.shape
    rows = range(0, img.shape[0] - kh + 1, stride)
    cols = range(0, img.shape[1] - kw + 1, stride)

    def at(r, c):
        return (img[r:r + kh, c:c + kw] * K).sum()

    return np.array([[at(r, c) for c in cols] for r in rows])

img = np.arange(20.0).reshape(4, 5)
print(slide(img, K))
print(slide(img, -K, stride=2))
