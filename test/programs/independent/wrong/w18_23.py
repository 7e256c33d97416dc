import numpy as np

def apply_kernel(photo, kernel):
    """Same-size filtering (zeros outside) of an 8-bit photo."""
    r = kernel.shape[0] // 2
    canvas = np.pad(photo, r)
    result = np.zeros_like(canvas[r:-r, r:-r])
    for i in range(kernel.shape[0]):
        for j in range(kernel.shape[1]):
            result += canvas[i:i + photo.shape[0], j:j + photo.shape[1]] * kernel[i, j]
    return result

photo = np.array([[200, 100, 50], [90, 180, 255], [1, 2, 3]], dtype=np.uint8)
box = np.ones((3, 3), dtype=np.uint8)
out = apply_kernel(photo, box)
print(out)
