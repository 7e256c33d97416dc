import numpy as np

def convolve_full(a, b):
    ha, wa = a.shape
    hb, wb = b.shape
    out = np.zeros((ha + hb - 1, wa + wb - 1))
    for i in range(hb):
        for j in range(wb):
            out[i:i + ha, j:j + wa] += b[i, j] * a
    return out

x = np.array([[1., 2.], [3., 4.]])
h = np.array([[1., 1.], [1., -1.]])
print(convolve_full(x, h))
