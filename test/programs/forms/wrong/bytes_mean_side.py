import numpy as np

def average_pool(image, size=2, stride=2):
    h, w = image.shape
    out = np.zeros(((h - size) // stride + 1, (w - size) // stride + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = image[i*stride:i*stride+size, j*stride:j*stride+size].sum() / size
    return np.clip(out, 0, 255).astype(np.uint8)
