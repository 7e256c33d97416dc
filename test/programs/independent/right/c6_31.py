import numpy as np

def correlate(img, ker, stride=1):
    kh, kw = ker.shape
    return np.array([
        [np.vdot(img[r:r + kh, c:c + kw], ker) for c in range(0, img.shape[1] - kw + 1, stride)]
        for r in range(0, img.shape[0] - kh + 1, stride)
    ])

emboss = np.array([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]])
img = np.arange(36).reshape(6, 6) ** 2 % 17
print(correlate(img, emboss))
print(correlate(img, emboss, stride=2))
