import numpy as np

def sharpen(image):
    """5 * centre - the four neighbours"""
    p = np.pad(image, 1, mode='edge')
    centre = p[1:-1, 1:-1]
    up, down = p[:-2, 1:-1], p[2:, 1:-1]
    left, right = p[1:-1, :-2], p[1:-1, 2:]
    result = 5 * centre - up - down - left - right
    return np.clip(result, 0, 255)

img = np.array([[10, 10, 10, 10, 10],
                [10, 200, 200, 200, 10],
                [10, 200, 250, 200, 10],
                [10, 10, 10, 10, 10]], dtype=np.uint8)
print(sharpen(img))
