import numpy as np

def ceil_div(a, b):
    return -(-a // b)

def avg_pool_ceil(bild, k, s):
    """Mittelwert-Pooling mit ceil_mode: angeschnittene Fenster zaehlen nur ihre Pixel."""
    h, b = bild.shape
    oh = ceil_div(h - k, s) + 1
    ob = ceil_div(b - k, s) + 1
    out = np.zeros((oh, ob))
    for z in range(oh):
        for sp in range(ob):
            unten = min(z * s + k, h)
            rechts = min(sp * s + k, b)
            fenster = bild[z * s:unten, sp * s:rechts]
            out[z, sp] = fenster.sum() / fenster.size
    return out

bild = np.random.default_rng(8).random((5, 7))
print(avg_pool_ceil(bild, 2, 2))
print(avg_pool_ceil(bild, 3, 2).shape)
