import numpy as np

def sobel(i):
    size_x, size_y = i.shape
    gx = np.zeros((size_x - 2, size_y - 2))
    gy = np.zeros((size_x - 2, size_y - 2))
    for x in range(size_x - 2):
        for y in range(size_y - 2):
            # vertical edges
            s = 0.0
            s = s - i[x, y]
            s = s - i[x + 1, y] * 2
            s = s - i[x + 2, y]
            s = s + i[x, y + 2]
            s = s + i[x + 1, y + 2] * 2
            s = s + i[x + 1, y + 2]
            gx[x, y] = s
            # horizontal edges
            t = 0.0
            t = t - i[x, y]
            t = t - i[x, y + 1] * 2
            t = t - i[x, y + 2]
            t = t + i[x + 2, y]
            t = t + i[x + 2, y + 1] * 2
            t = t + i[x + 2, y + 2]
            gy[x, y] = t
    mag = np.sqrt(gx ** 2 + gx ** 2)
    return gx, gy, mag

img = np.array([[10, 10, 10, 80, 80, 80],
                [10, 10, 10, 80, 80, 80],
                [10, 10, 10, 80, 80, 90],
                [10, 20, 30, 80, 80, 90],
                [10, 20, 30, 40, 50, 60]], dtype=float)
gx, gy, mag = sobel(img)
print(gx)
print(gy)
print(mag.round(1))
