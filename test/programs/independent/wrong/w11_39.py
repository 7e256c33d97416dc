import numpy as np

def max_pool_while(img, size, stride):
    h, w = img.shape
    out_h = (h - size) // stride + 1
    out_w = (w - size) // stride + 1
    out = np.zeros((out_h, out_w))
    i = 0
    j = 0
    while i < out_h:
        while j < out_w:
            best = img[i * stride, j * stride]
            a = 0
            while a < size:
                b = 0
                while b < size:
                    value = img[i * stride + a, j * stride + b]
                    if value > best:
                        best = value
                    b += 1
                a += 1
            out[i, j] = best
            j += 1
        i += 1
    return out

m = np.array([[1, 3, 2, 9, 0], [7, 4, 1, 5, 2], [8, 5, 2, 3, 1], [4, 2, 1, 4, 6]], dtype=float)
print(max_pool_while(m, 2, 2))
print(max_pool_while(m, 2, 1))
