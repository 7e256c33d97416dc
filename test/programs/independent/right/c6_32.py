import numpy as np

sobel_x = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=float)
sobel_y = sobel_x.T

def filter2d(gray, kernel):
    """correlation, border = replicate, output as large as the input"""
    r = kernel.shape[0] // 2
    g = np.pad(gray.astype(float), r, mode='edge')
    out = np.zeros(gray.shape)
    for y in range(gray.shape[0]):
        for x in range(gray.shape[1]):
            out[y, x] = np.sum(g[y:y + 2*r + 1, x:x + 2*r + 1] * kernel)
    return out

def gradient_magnitude(gray):
    gx, gy = filter2d(gray, sobel_x), filter2d(gray, sobel_y)
    mag = np.hypot(gx, gy)
    return mag / mag.max() * 255

step = np.zeros((6, 6), dtype=np.uint8)
step[:, 3:] = 200
print(filter2d(step, sobel_x))
print(gradient_magnitude(step).round())
