import numpy as np

def media_movil_2d(x, k, paso):
    """Average pooling con imagen integral; x tiene forma (C, H, W)."""
    c, h, w = x.shape
    integral = np.zeros((c, h + 1, w + 1))
    for i in range(h):
        fila = np.zeros(c)
        for j in range(w):
            fila += x[:, i, j]
            integral[:, i + 1, j + 1] = integral[:, i, j + 1] + fila
    arriba = integral[:, :h - k + 1:paso]
    abajo = integral[:, k::paso]
    franja = abajo - arriba
    return (franja[:, :, k::paso] - franja[:, :, :w - k + 1:paso]) / (k * k)

np.random.seed(3)
x = np.random.rand(2, 6, 9)
print(media_movil_2d(x, 3, 3))
print(media_movil_2d(x, 2, 2).shape)
