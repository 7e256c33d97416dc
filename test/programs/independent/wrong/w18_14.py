import numpy as np

def max_pool(bild, k, schritt, rand):
    """Max-Pooling; der Rand zaehlt nie als Maximum."""
    p = np.pad(bild, rand, constant_values=0)
    h = (p.shape[0] - k) // schritt + 1
    b = (p.shape[1] - k) // schritt + 1
    aus = np.empty((h, b))
    for i in range(h):
        for j in range(b):
            aus[i, j] = p[i * schritt:i * schritt + k, j * schritt:j * schritt + k].max()
    return aus

bild = -np.arange(1.0, 21.0).reshape(4, 5)
print(max_pool(bild, 3, 2, 1))
