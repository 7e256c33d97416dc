import numpy as np

def mean_filter(img, size=3):
    # фильтр среднего, края не меняются
    r = size // 2
    out = img
    for y in range(r, img.shape[0] - r):
        for x in range(r, img.shape[1] - r):
            out[y, x] = img[y - r:y + r + 1, x - r:x + r + 1].mean()
    return out

noise = np.array([[0., 0., 0., 0., 0.],
                  [0., 90., 0., 45., 0.],
                  [0., 0., 0., 0., 0.],
                  [0., 45., 0., 90., 0.],
                  [0., 0., 0., 0., 0.]])
print(mean_filter(noise.copy()))
